namespace Cairn.Say.Packs.Rules;

/// <summary>One breach of one rule. Its words say what is wrong, its remedy what to do.</summary>
internal sealed record Finding(Rule Rule, Place Place, string Message, string Remedy);

/// <summary>Collects findings while a pack is read and checked.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> found = [];

    public int Errors => found.Count(f => f.Rule.Level == RuleLevel.Error);

    public void Add(Rule rule, Place place, string message, string? remedy = null) =>
        found.Add(new(rule, place, message, remedy ?? rule.Remedy));

    /// <summary>By file and line, and by code within a line.</summary>
    public IReadOnlyList<Finding> InOrder() =>
        [.. found.Distinct().OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Rule.Code, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
}
