using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using NodaTime;

namespace Cairn.Help.Helpline;

/// <summary>Whether the program was started to rehearse: a throw-away desk, and pages that say that nobody reads.</summary>
public sealed record Rehearsal(bool On)
{
    public static Rehearsal None { get; } = new(false);
}

/// <summary>Which of the two lines: where people write for help, or where they tell what happened to a child. Each has a desk of its own.</summary>
public enum LineKind
{
    /// <summary><c>/{l}/talk</c>, answered at the helpline's desk.</summary>
    Talk,

    /// <summary><c>/{l}/report</c>, answered at the concerns desk.</summary>
    Report,
}

/// <summary>Whether a line is open, its words, replies and terms. Swapped whole with the edition.</summary>
public sealed class HelplineLine
{

    // What a rehearsal signs with when the campaign names nobody.
    private const string AnyPenName = "Robin";

    // Until an edition is on the air the line stands as in a demonstration: closed.
    private volatile Edition shown = new(FrozenDictionary<string, HelplineWords>.Empty, FrozenDictionary<string, IReadOnlyList<CannedReply>>.Empty, null, true);

    private readonly bool rehearsing;
    private readonly OpenDesk? throwAway;
    private readonly TimeProvider time;
    private volatile DeskState? desk;

    public HelplineLine(Rehearsal rehearsal, TimeProvider time, LineKind kind = LineKind.Talk)
    {
        this.time = time;
        Kind = kind;
        rehearsing = rehearsal.On;
        if (!rehearsing)
            return;
        // Until staff make a desk to rehearse with. Its private half is dropped here: what is written to it nobody can ever read.
        using var key = SecretKey.Random();
        throwAway = new(DeskNumber, 0, key.PublicKey, null);
    }

    public LineKind Kind { get; }

    /// <summary>The page's name, in addresses and in counts.</summary>
    public string Page => Kind == LineKind.Talk ? "talk" : "report";

    /// <summary>The desk's number: of a rehearsal, or the real one.</summary>
    internal int DeskNumber => Threads.NewThread.DeskOf(Kind, rehearsing);

    internal bool Rehearsing => rehearsing;

    /// <summary>The desk that answers, or null while the line is not open here.</summary>
    internal OpenDesk? Desk => Closed is null ? desk?.Open ?? throwAway : null;

    /// <summary>Why no message may be begun; null while the line is open.</summary>
    internal LineClosed? Closed => rehearsing ? null : (shown, desk) switch
    {
        ({ Demonstration: true }, _) => LineClosed.Unpublished,
        ({ Terms: null }, _) => LineClosed.NoTerms,
        ({ Terms: var terms }, _) when !terms!.IsInForce(Now.InZone(Showing.Zone).Date) => LineClosed.TermsTooOld,
        (_, null) => LineClosed.NoDesk,
        (_, { Members: < 2 }) => LineClosed.TooFewMembers,
        // The hour alone is known: at the latest at the next full hour.
        ({ Terms: var terms }, { OpenedHour: var opened }) when Now.ToUnixTimeSeconds() / 3600 - opened > 2 * terms!.ReplyHours => LineClosed.NobodyThere,
        _ => null,
    };

    /// <summary>Whether a code still opens a conversation, also while the line is closed.</summary>
    internal bool KeepsCodes => desk is not null;

    /// <summary>Whether a message may be written; pages lead there only then.</summary>
    public bool IsOpen => Closed is null;

    /// <summary>Null when the campaign names nobody who answers for a line.</summary>
    public HelplineTerms? Terms => shown.Terms;

    public bool Demonstration => shown.Demonstration;

    /// <summary>The terms a page may show: a demonstration wears nobody's name.</summary>
    internal HelplineTerms? TermsToShow => shown is { Demonstration: false, Terms: var terms } ? terms : null;

    public HelplineWords? WordsIn(Language language) => shown.Words.GetValueOrDefault(language.Code);

    /// <summary>In the order of the file. Empty for a language without any, so that nobody is answered in another language by mistake.</summary>
    public IReadOnlyList<CannedReply> RepliesIn(Language language) => shown.Replies.GetValueOrDefault(language.Code) ?? [];

    public void Swap(
        IReadOnlyDictionary<Language, HelplineWords> words, IReadOnlyDictionary<Language, IReadOnlyList<CannedReply>> replies, HelplineTerms? terms, bool demonstration) =>
        shown = new(words.ToFrozenDictionary(w => w.Key.Code, w => w.Value), replies.ToFrozenDictionary(r => r.Key.Code, r => r.Value), terms, demonstration);

    internal DeskState? State => desk;

    /// <summary>What replies are signed with for people.</summary>
    internal string PenName => shown.Terms?.PenName ?? AnyPenName;

    /// <summary>In every language that has any.</summary>
    internal IEnumerable<DeskReply> Replies => shown.Replies.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => r.Value.Select(c => new DeskReply(r.Key, c.Id, c.Name, c.Body)));

    /// <param name="state">Null while no desk was made.</param>
    internal void Use(DeskState? state) => desk = state;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private sealed record Edition(FrozenDictionary<string, HelplineWords> Words, FrozenDictionary<string, IReadOnlyList<CannedReply>> Replies, HelplineTerms? Terms, bool Demonstration);
}
