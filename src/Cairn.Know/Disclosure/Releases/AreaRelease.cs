using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Releases;

/// <summary>A cell of a release over some geography, as the base areas it is the sum of.</summary>
/// <param name="Shown">False: left blank.</param>
internal sealed record ReleasedArea(string Name, ImmutableArray<int> BaseAreas, bool Shown);

/// <param name="Name">As people know it: "postcode districts, 31 March".</param>
internal sealed record AreaRelease(string Name, ImmutableArray<ReleasedArea> Areas);

/// <summary>The smallest areas that every geography is made of, with their counts. Whoever releases knows them; nobody else does.</summary>
internal sealed class BaseAreas
{
    /// <exception cref="ArgumentException">There is none, a name stands twice, or a count is negative.</exception>
    public BaseAreas(params IReadOnlyList<(string Name, long Count)> areas)
    {
        if (areas.Count == 0 || areas.Any(a => a.Count < 0 || string.IsNullOrWhiteSpace(a.Name)) || areas.Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() != areas.Count)
            throw new ArgumentException("Base areas have a name of their own and a count that is not negative.", nameof(areas));
        Areas = [.. areas];
    }

    public ImmutableArray<(string Name, long Count)> Areas { get; }

    public long CountOf(IEnumerable<int> areas) => areas.Sum(a => Areas[a].Count);

    public string NameOf(IReadOnlyCollection<int> areas) =>
        string.Join(" and ", areas.Take(3).Select(a => $"'{Areas[a].Name}'")) + (areas.Count > 3 ? $" and {areas.Count - 3} more" : "");

    /// <exception cref="ArgumentException">An area of the release is made of nothing, of one base area twice, or of one that there is not.</exception>
    public void Check(AreaRelease release)
    {
        foreach (var area in release.Areas)
        {
            if (area.BaseAreas.IsEmpty || area.BaseAreas.Distinct().Count() != area.BaseAreas.Length || area.BaseAreas.Any(a => a < 0 || a >= Areas.Length))
                throw new ArgumentException($"'{area.Name}' of '{release.Name}' is not a sum of base areas.", nameof(release));
        }
    }
}
