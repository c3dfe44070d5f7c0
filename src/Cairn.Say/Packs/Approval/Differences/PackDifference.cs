using Cairn.Foundation.Text;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Say.Packs.Approval.Differences;

/// <summary>Everything that differs between what is served and a revision, file by file.</summary>
/// <param name="Files">Changed, added and removed ones, in the order of their paths.</param>
/// <param name="Unchanged">How many files are the same.</param>
public sealed record PackDifference(IReadOnlyList<FileDifference> Files, int Unchanged)
{
    /// <param name="served">Null when nothing is served yet: then everything is new.</param>
    internal static PackDifference Between(PackFiles? served, PackFiles revision)
    {
        var paths = revision.Paths.Concat(served?.Paths ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        var files = paths.Select(p => FileDifference.Between(p, served?.Content(p), revision.Content(p))).OfType<FileDifference>().ToList();
        return new(files, paths.Count - files.Count);
    }
}

/// <summary>What differs in one file.</summary>
/// <param name="IsText">False when only the bytes can be compared.</param>
/// <param name="Added">Things it says for the first time, whole.</param>
/// <param name="Removed">Things it says no more, whole.</param>
/// <param name="Unchanged">How many things it says as before.</param>
public sealed record FileDifference(
    string Path, Fate Fate, bool IsText, IReadOnlyList<ChangedText> Changed, IReadOnlyList<WholeText> Added, IReadOnlyList<WholeText> Removed, int Unchanged)
{
    /// <summary>The things of which anything differs.</summary>
    public IReadOnlyList<string> Owners => [.. Changed.Select(c => c.Owner).Concat(Added.Select(a => a.Owner)).Concat(Removed.Select(r => r.Owner)).Where(o => o.Length > 0).Distinct()];

    /// <summary>Null when nothing differs.</summary>
    internal static FileDifference? Between(string path, byte[]? before, byte[]? after)
    {
        if (before is not null && after is not null && before.AsSpan().SequenceEqual(after))
            return null;

        var fate = before is null ? Fate.New : after is null ? Fate.Gone : Fate.Same;
        var old = before is null ? [] : PackTexts.Of(path, before);
        var fresh = after is null ? [] : PackTexts.Of(path, after);
        if (old is null || fresh is null)
            return new(path, fate, false, [], [], [], 0);

        // Two things under one name are told apart by their order.
        var was = Named(old);
        var now = Named(fresh);
        var changed = now.Where(n => was.TryGetValue(n.Key, out var o) && o.Text != n.Value.Text).Select(n => ChangedText.Of(n.Key.Owner, n.Key.Key, was[n.Key].Text, n.Value)).ToList();
        var added = now.Where(n => !was.ContainsKey(n.Key)).Select(n => WholeText.Of(n.Key.Owner, n.Key.Key, n.Value)).ToList();
        var removed = was.Where(o => !now.ContainsKey(o.Key)).Select(o => WholeText.Of(o.Key.Owner, o.Key.Key, o.Value)).ToList();
        return new(path, fate, true, changed, added, removed, now.Count - changed.Count - added.Count);
    }

    private static Dictionary<(string Owner, string Key, int Number), FileText> Named(IReadOnlyList<FileText> texts) =>
        texts.GroupBy(t => (t.Owner, t.Key)).SelectMany(g => g.Select((t, i) => (Name: (t.Owner, t.Key, i), Text: t))).ToDictionary(t => t.Name, t => t.Text);
}

/// <param name="Language">Language of the words, or null when they are in none.</param>
public sealed record ChangedText(string Owner, string Key, Language? Language, IReadOnlyList<Stretch> Old, IReadOnlyList<Stretch> New)
{
    internal static ChangedText Of(string owner, string key, string before, FileText after)
    {
        var (old, fresh) = WordDiff.Between(before, after.Text);
        return new(owner, key, after.Language, old, fresh);
    }
}

public sealed record WholeText(string Owner, string Key, Language? Language, string Text)
{
    internal static WholeText Of(string owner, string key, FileText text) => new(owner, key, text.Language, text.Text);
}
