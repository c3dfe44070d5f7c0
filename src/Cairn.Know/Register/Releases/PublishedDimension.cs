using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Releases;

/// <summary>One value a dimension takes.</summary>
/// <param name="Id">Letters, digits, <c>_</c> and <c>-</c>, at most 100; begins with a letter or digit.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Parent">The code this one is part of, or null for the root, which is the total.</param>
public sealed record PublishedCode(string Id, string Label, string? Parent = null);

/// <summary>A dimension: codes in a hierarchy with one root, each after its parent and before its parent's next child.</summary>
public sealed partial class PublishedDimension
{
    private readonly Dictionary<string, PublishedCode> byId;
    private readonly Dictionary<string, int> depths = [];

    private PublishedDimension(string id, string label, bool places, Dictionary<string, PublishedCode> byId, IReadOnlyList<PublishedCode> codes)
    {
        (Id, Label, Places, Codes, this.byId) = (id, label, places, codes, byId);
        foreach (var code in codes)
            depths[code.Id] = code.Parent is null ? 0 : depths[code.Parent] + 1;
    }

    /// <summary>A lower-case letter, then lower-case letters, digits and <c>_</c>, at most 32; the column's name in files.</summary>
    public string Id { get; }

    public string Label { get; }

    /// <summary>True when the codes are places on a map.</summary>
    public bool Places { get; }

    /// <summary>The root first, then depth first, siblings in the order they were given.</summary>
    public IReadOnlyList<PublishedCode> Codes { get; }

    public PublishedCode Root => Codes[0];

    /// <exception cref="ArgumentException">An id or label that cannot be, two codes with one id or two siblings with one label, no root or several, a parent that is not there, a circle.</exception>
    public static PublishedDimension Of(string id, string label, IReadOnlyList<PublishedCode> codes, bool places = false)
    {
        Require(DimensionId().IsMatch(id), $"'{id}' cannot be the id of a dimension.");
        Require(PublishedText.CanBePublished(label), $"Dimension '{id}' has no label.");
        foreach (var code in codes)
        {
            Require(CodeId().IsMatch(code.Id), $"'{code.Id}' cannot be the id of a code of '{id}'.");
            Require(PublishedText.CanBePublished(code.Label), $"Code '{code.Id}' of '{id}' has no label.");
        }

        Require(codes.Select(c => c.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count() == codes.Count, $"Two codes of '{id}' have one id.");
        Require(codes.Select(c => (c.Parent, c.Label)).Distinct().Count() == codes.Count, $"Two codes of '{id}' that stand side by side have one label.");
        Require(codes.Count(c => c.Parent is null) == 1, $"'{id}' must have one root, its total.");
        var byId = codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        Require(codes.All(c => c.Parent is null || byId.ContainsKey(c.Parent)), $"A code of '{id}' is part of one that is not there.");

        var ordered = new List<PublishedCode>();
        Add(codes.Single(c => c.Parent is null));
        // Codes that lead round in a circle are never reached from the root.
        Require(ordered.Count == codes.Count, $"Codes of '{id}' are part of each other.");
        return new(id, label, places, byId, ordered);

        void Add(PublishedCode code)
        {
            ordered.Add(code);
            foreach (var child in codes.Where(c => c.Parent == code.Id))
                Add(child);
        }
    }

    /// <summary>The code with an id. Throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public PublishedCode this[string code] => byId[code];

    public bool Has(string code) => byId.ContainsKey(code);

    /// <summary>0 for the root, 1 for its parts, and so on.</summary>
    public int DepthOf(string code) => depths[code];

    public IEnumerable<PublishedCode> PartsOf(string code) => Codes.Where(c => c.Parent == code);

    /// <summary>How many codes without parts of their own lie within a code, itself included.</summary>
    internal int PartsWithin(string code) => PartsOf(code).Any() ? PartsOf(code).Sum(p => PartsWithin(p.Id)) : 1;

    private static void Require(bool holds, string why)
    {
        if (!holds)
            throw new ArgumentException(why);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex DimensionId();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeId();
}
