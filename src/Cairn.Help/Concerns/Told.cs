using System.Text;
using Cairn.Help.Helpline.Seeker;
using Cairn.Help.Sealing;

namespace Cairn.Help.Concerns;

/// <summary>What a person told, as it lies in the form: three answers, of which only the first is needed. It is wiped with the form.</summary>
internal readonly struct Told
{
    private Told(Teller who, ReadOnlyMemory<byte> what, ReadOnlyMemory<byte> whom, ReadOnlyMemory<byte> person) => (Who, What, Whom, Person) = (who, what, whom, person);

    public Teller Who { get; }

    /// <summary>What happened, or what worries them.</summary>
    public ReadOnlyMemory<byte> What { get; }

    /// <summary>To whom.</summary>
    public ReadOnlyMemory<byte> Whom { get; }

    /// <summary>What is known about the person who did it.</summary>
    public ReadOnlyMemory<byte> Person { get; }

    public static Told Nothing(Teller who) => new(who, default, default, default);

    public static Told In(TalkForm form) => new(Teller.Of(form["who"u8].Span), TalkDesk.Trimmed(form["text"u8]), TalkDesk.Trimmed(form["whom"u8]), TalkDesk.Trimmed(form["person"u8]));

    /// <summary>What is wrong with it, in the person's language, or null.</summary>
    public string? Fault(TalkPage page, ReportWords words)
    {
        if (What.Length == 0)
            return words.ErrorEmpty;
        using var message = Message(words);
        return TalkDesk.Over(message.Text.Span) is > 0 and var over ? words.ErrorLong.Replace("{over}", over.ToString(page.Frame.Language.Culture), StringComparison.Ordinal) : null;
    }

    /// <summary>As the first message of a conversation: one answer as it is, several under their questions.</summary>
    public FirstMessage Message(ReportWords words)
    {
        if (Whom.Length == 0 && Person.Length == 0)
            return new(What, Who.Code);
        List<(string Question, ReadOnlyMemory<byte> Answer)> parts = [(words.AskWhat, What), (Who.AskWhom(words), Whom), (words.AskPerson, Person)];
        parts.RemoveAll(p => p.Answer.Length == 0);
        var length = parts.Sum(p => Encoding.UTF8.GetByteCount(p.Question) + 1 + p.Answer.Length) + 2 * (parts.Count - 1);
        var whole = new WipedBytes(length);
        var at = 0;
        foreach (var (question, answer) in parts)
        {
            if (at > 0)
                at += Put(whole.Span[at..], "\n\n"u8);
            at += Encoding.UTF8.GetBytes(question, whole.Span[at..]);
            at += Put(whole.Span[at..], "\n"u8);
            at += Put(whole.Span[at..], answer.Span);
        }

        return new(whole.Memory, Who.Code, whole);
    }

    private static int Put(Span<byte> into, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(into);
        return bytes.Length;
    }
}
