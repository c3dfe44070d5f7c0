using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Attack;

/// <summary>What an attacker learns about one blank.</summary>
/// <param name="Need">Null when nothing is asked of it.</param>
internal sealed record CellAudit(int Cell, Learnt Learnt, ProtectionInterval? Need)
{
    public bool Holds => Need is not { } need || Learnt.LeavesOpen(need);
}

/// <summary>What an attacker learns from a published table and nothing else.</summary>
/// <param name="Cells">Every blank that is not a structural zero, by index.</param>
internal sealed record Audit(IReadOnlyList<CellAudit> Cells)
{
    public bool Holds => Cells.All(c => c.Holds);

    public IEnumerable<CellAudit> Broken => Cells.Where(c => !c.Holds);

    /// <exception cref="KeyNotFoundException">The table shows that cell.</exception>
    public CellAudit Of(int cell) => Cells.FirstOrDefault(c => c.Cell == cell) ?? throw new KeyNotFoundException($"Cell {cell} is not blank.");
}

/// <summary>Attacks a table with what is published of it. It shares no code with what protects tables, so that a fault there is seen here.</summary>
internal static class Auditor
{
    /// <param name="needs">By cell; every such cell must be blank to hold.</param>
    /// <exception cref="ContradictionException">The cells shown cannot all be true.</exception>
    public static Audit Examine(PublishedTable table, IReadOnlyDictionary<int, ProtectionInterval> needs, AttackDepth depth = AttackDepth.Exact)
    {
        var knowledge = Knowledge.Of(table, out var unknowns);
        var needed = needs.Where(n => unknowns[n.Key] >= 0).ToDictionary(n => unknowns[n.Key], n => n.Value);
        var learnt = Attacker.Learn(knowledge, needed, depth);
        var cells = new List<CellAudit>();
        for (var cell = 0; cell < unknowns.Length; cell++)
        {
            var need = needs.TryGetValue(cell, out var found) ? found : (ProtectionInterval?)null;
            if (unknowns[cell] >= 0)
                cells.Add(new(cell, learnt[unknowns[cell]], need));
            else if (need is not null)
                cells.Add(new(cell, new(table[cell] ?? 0, table[cell] ?? 0, true), need));
        }

        return new(cells);
    }

    public static Audit Examine(PublishedTable table) => Examine(table, new Dictionary<int, ProtectionInterval>());
}
