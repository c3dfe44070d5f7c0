using Cairn.Foundation.Text;

namespace Cairn.Help.Directory;

/// <summary>What must be said beside a field that nobody has confirmed.</summary>
public static class Seen
{
    /// <summary>"seen on DATE at SOURCE, not confirmed"; null for a field that a named person confirmed.</summary>
    public static string? Note<T>(Sourced<T> field, DirectoryWords words, Language language) => field.State == FieldState.Seen
        ? Provenance.SeenLine(field.CheckedOn, field.Source, words, new SpokenTime(language, words, TwelveHours: false))
        : null;
}
