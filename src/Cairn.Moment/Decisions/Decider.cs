using System.Diagnostics.CodeAnalysis;
using Cairn.Moment.Bundles;
using Cairn.Moment.Terms;

namespace Cairn.Moment.Decisions;

/// <summary>Answers questions with one bundle and perhaps one sealed list. Immutable and safe to use from many threads; replaced whole when another bundle comes into force.</summary>
/// <param name="terms">Null when this place cannot match text: questions must then bring a signal.</param>
public sealed class Decider(Bundle bundle, SealedTerms? terms, ReceiptKey receipts, IMomentCounter counter, TimeProvider time)
{
    private readonly Choices choices = new(bundle.Content);
    private readonly Chance chance = new();

    public Bundle Bundle => bundle;

    /// <summary>True when questions may bring text.</summary>
    public bool MatchesText => terms is not null;

    /// <summary>Null when nothing is to be shown. A message that is returned has been counted.</summary>
    /// <param name="text">What to match, when the question brings no signal; never kept.</param>
    /// <exception cref="MomentException">Neither a signal nor text, or text where no list is loaded.</exception>
    public MomentAnswer? Decide(in MomentQuestion question, ReadOnlySpan<char> text = default)
    {
        var action = ActionFor(question.Signal, text);
        if (action == TermAction.None)
            return null;
        Span<byte> receipt = stackalloc byte[Receipt.LongestText];
        var shown = Show(question, receipt, out var length);
        return shown.ToAnswer(action, System.Text.Encoding.ASCII.GetString(receipt[..length]));
    }

    /// <summary>Counts what happened after a message. False when the receipt is forged, too old or of another campaign: nothing is counted then. Whether it was told before
    /// is for the caller, who keeps <see cref="Receipt.Id"/>.</summary>
    public bool TryReadReceipt(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Receipt? receipt) => Receipt.TryRead(receipts, text, time.GetUtcNow(), out receipt);

    /// <summary>What a known signal asks for, or what the list says of the text.</summary>
    internal TermAction ActionFor(MomentSignal? signal, ReadOnlySpan<char> text) => signal switch
    {
        // A platform that knows the very address or picture shows the message in its place.
        MomentSignal.Link or MomentSignal.Hash => TermAction.Block,
        MomentSignal.Term => TermAction.Warn,
        _ when text.IsEmpty => throw new MomentException("Send text, or a signal when you matched it yourself."),
        _ when terms is null => throw new MomentException("No list is loaded here. Match it yourself and send a signal."),
        _ => terms.Match(text),
    };

    /// <summary>Draws an arm, counts the exposure and the follow-on, and writes the receipt.</summary>
    /// <param name="receipt">Room for <see cref="Receipt.LongestText"/> bytes.</param>
    internal ReadyMessage Show(in MomentQuestion question, Span<byte> receipt, out int receiptLength)
    {
        var now = time.GetUtcNow();
        var menu = choices.For(question, now);
        var arm = menu.Draw(chance.Next());
        var ready = arm.In(Math.Abs(question.Exposure % bundle.Content.Looks), question.Surface);
        Span<byte> id = stackalloc byte[Receipt.IdLength];
        chance.Fill(id);
        receiptLength = Receipt.Write(receipts, id, Receipt.MinuteOf(now), ready.ReceiptTail, receipt);

        var hour = (int)(now.ToUnixTimeSeconds() / 3600);
        counter.Add(new(MomentEvent.Exposure, hour, bundle.Revision, arm.Id, question.Surface, ready.Look, menu.Language));
        if (question.After is { Length: > 0 } after)
            CountFollowOn(after, now, hour);
        return ready;
    }

    private void CountFollowOn(string after, DateTimeOffset now, int hour)
    {
        Span<byte> text = stackalloc byte[Receipt.LongestText];
        if (after.Length > text.Length || !System.Text.Ascii.IsValid(after))
            return;
        var length = System.Text.Encoding.ASCII.GetBytes(after, text);
        if (Receipt.TryRead(receipts, text[..length], now, out var earlier))
            counter.Add(new(MomentEvent.FollowOn, hour, earlier.Revision, earlier.Arm, earlier.Surface, earlier.Look, earlier.Language));
    }
}
