using System.Collections.Frozen;
using Cairn.Foundation.Text;

namespace Cairn.Know.Tallies;

/// <summary>The closed lists of a revision. What is not on them is never written, whatever a request says.</summary>
public sealed record Countable
{
    public Countable(string revision, IEnumerable<string> pages, IEnumerable<Language> languages, IEnumerable<string> channels)
    {
        Revision = revision;
        Pages = pages.ToFrozenSet();
        Languages = languages.Select(l => l.Code).ToFrozenSet();
        Channels = channels.ToFrozenSet();
    }

    public string Revision { get; }

    public FrozenSet<string> Pages { get; }

    public FrozenSet<string> Languages { get; }

    public FrozenSet<string> Channels { get; }

    internal bool Covers(in View view) =>
        Pages.Contains(view.Page)
        && Languages.Contains(view.Language.Code)
        && (view.Channel is null || Channels.Contains(view.Channel))
        && Enum.IsDefined(view.Event);
}
