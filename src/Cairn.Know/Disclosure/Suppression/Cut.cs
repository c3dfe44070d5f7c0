namespace Cairn.Know.Disclosure.Suppression;

/// <summary>What every choice of blanks that serves a need satisfies: the factors of its blank cells add up to at least <see cref="Least"/>.</summary>
internal readonly record struct Cut(int[] Cells, double[] Factors, double Least);
