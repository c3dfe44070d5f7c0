using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Attack;

/// <summary>What an attacker knows, as unknown counts and sums between them: each unknown is at least its low and at most its high end, and each sum holds exactly.</summary>
internal sealed class Knowledge
{
    private readonly List<double> _low = [];
    private readonly List<double> _high = [];
    private readonly List<Sum> _sums = [];

    internal readonly record struct Sum(int[] Unknowns, double[] Factors, double Value);

    public int Count => _low.Count;

    public IReadOnlyList<double> Low => _low;

    public IReadOnlyList<double> High => _high;

    public IReadOnlyList<Sum> Sums => _sums;

    /// <param name="high">Infinity when nothing bounds it by itself.</param>
    /// <returns>The unknown, numbered from 0.</returns>
    public int Add(double low = 0, double high = double.PositiveInfinity)
    {
        _low.Add(low);
        _high.Add(high);
        return _low.Count - 1;
    }

    /// <summary>The sum of factor times unknown is <paramref name="value"/>.</summary>
    /// <exception cref="ContradictionException">There is no unknown, and the value is not 0.</exception>
    public void Holds(IReadOnlyList<(int Unknown, double Factor)> terms, double value, Func<string> inWords)
    {
        if (terms.Count > 0)
            _sums.Add(new([.. terms.Select(t => t.Unknown)], [.. terms.Select(t => t.Factor)], value));
        else if (value != 0)
            throw new ContradictionException(inWords());
    }

    /// <summary>What the table shows and every sum of its shape.</summary>
    /// <param name="unknowns">For each cell the number of its unknown, or -1 where the table shows it.</param>
    /// <exception cref="ContradictionException">The cells shown do not add up.</exception>
    public static Knowledge Of(PublishedTable table, out int[] unknowns)
    {
        var knowledge = new Knowledge();
        unknowns = knowledge.AddTable(table);
        return knowledge;
    }

    public int[] AddTable(PublishedTable table)
    {
        var shape = table.Shape;
        var unknowns = new int[shape.CellCount];
        for (var cell = 0; cell < shape.CellCount; cell++)
            unknowns[cell] = table[cell] is null && !table.IsStructuralZero(cell) ? Add() : -1;
        var terms = new List<(int, double)>();
        foreach (var relation in shape.Relations)
        {
            terms.Clear();
            var known = 0L;
            Put(relation.Total, -1);
            foreach (var part in relation.Parts)
                Put(part, 1);
            Holds(terms, -known, () => $"'{shape.NameOf(relation.Total)}' shows {table[relation.Total]}, and its parts add up to {relation.Parts.Sum(part => table[part] ?? 0)}.");

            void Put(int cell, int factor)
            {
                if (unknowns[cell] >= 0)
                    terms.Add((unknowns[cell], factor));
                else
                    known += factor * (table[cell] ?? 0);
            }
        }

        return unknowns;
    }
}

/// <summary>What is shown cannot all be true.</summary>
internal sealed class ContradictionException(string message) : Exception(message);
