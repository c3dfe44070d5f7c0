namespace Cairn.Know.Disclosure.Suppression;

/// <summary>What some choice of blanks with least loss satisfies, among all that serve a need: the factors of its blank cells add up to at least <see cref="Least"/>.</summary>
internal readonly record struct Cut(int[] Cells, double[] Factors, double Least);
