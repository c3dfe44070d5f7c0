using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Help.Helpline.Threads;
using NSec.Cryptography;

namespace Cairn.Help.Helpline;

/// <summary>Whether the program was started to rehearse: a throw-away desk, and pages that say that nobody reads.</summary>
public sealed record Rehearsal(bool On)
{
    public static Rehearsal None { get; } = new(false);
}

/// <summary>Whether the line is open, and its words. Swapped whole with the edition.</summary>
public sealed class HelplineLine
{
    /// <summary>The page's name, in addresses and in counts.</summary>
    public const string Page = "talk";

    private volatile FrozenDictionary<string, HelplineWords> words = FrozenDictionary<string, HelplineWords>.Empty;

    public HelplineLine(Rehearsal rehearsal)
    {
        if (!rehearsal.On)
            return;
        // Its private half is dropped here: what is written to it nobody can ever read.
        using var key = Key.Create(KeyAgreementAlgorithm.X25519);
        Desk = new(NewThread.Rehearsal, key.PublicKey, null);
    }

    /// <summary>The desk that answers, or null while the line is not open here.</summary>
    internal OpenDesk? Desk { get; }

    /// <summary>Whether a message may be written; pages lead there only then.</summary>
    public bool IsOpen => Desk is not null;

    public HelplineWords? WordsIn(Language language) => words.GetValueOrDefault(language.Code);

    public void Swap(IReadOnlyDictionary<Language, HelplineWords> swapped) => words = swapped.ToFrozenDictionary(w => w.Key.Code, w => w.Value);
}
