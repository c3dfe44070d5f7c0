using System.Diagnostics.CodeAnalysis;
using Cairn.Moment.Bundles;
using Cairn.Moment.Terms;

namespace Cairn.Moment.Decisions;

/// <summary>Answers questions with one bundle and perhaps one sealed list. Immutable and safe to use from many threads; replaced whole when another bundle comes into force.</summary>
/// <param name="terms">Null when this place cannot match text: questions must then bring a signal.</param>
public sealed class Decider(Bundle bundle, SealedTerms? terms, ReceiptKey receipts, IMomentCounter counter, TimeProvider time)
{
    private readonly Choices choices = new(bundle.Content);
    private readonly KnownNames names = new(bundle.Content);

    public Bundle Bundle => bundle;

    /// <summary>True when questions may bring text.</summary>
    public bool MatchesText => terms is not null;

    /// <summary>Null when nothing is to be shown. A message that is returned has been counted.</summary>
    /// <param name="text">What to match, when the question brings no signal; never kept.</param>
    /// <exception cref="MomentException">Neither a signal nor text, or text where no list is loaded.</exception>
    public MomentAnswer? Decide(in MomentQuestion question, ReadOnlySpan<char> text = default)
    {
        if (question.Surface > MomentSurface.Page || question.Aim > MomentAim.SeekHelp || question.Audience > MomentAudience.Young || question.Signal > MomentSignal.Hash)
            throw new ArgumentOutOfRangeException(nameof(question), "A member of the question has a value that is not on its list.");
        var action = ActionFor(question.Signal, text);
        if (action == TermAction.None)
            return null;
        Span<byte> receipt = stackalloc byte[Receipt.LongestText];
        Span<byte> after = stackalloc byte[Receipt.LongestText];
        // One that is too long, or holds other letters, was never ours and counts as none.
        var earlier = question.After is { } told && System.Text.Encoding.UTF8.TryGetBytes(told, after, out var written) ? after[..written] : default;
        var shown = Show(question, earlier, receipt, out var length);
        return shown.ToAnswer(action, System.Text.Encoding.ASCII.GetString(receipt[..length]));
    }

    /// <summary>Reads the receipt of a message that was shown. False when it is forged, too old, from the future or of another campaign. Whether its outcome was told before is
    /// for the caller, who keeps <see cref="Receipt.Id"/>.</summary>
    public bool TryReadReceipt(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Receipt? receipt) => Receipt.TryRead(receipts, text, time.GetUtcNow().ToUnixTimeSeconds(), out receipt);

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
    /// <param name="after">The receipt of the message before; empty for none. One that cannot be trusted counts nothing.</param>
    /// <param name="receipt">Room for <see cref="Receipt.LongestText"/> bytes.</param>
    internal ReadyMessage Show(in MomentQuestion question, ReadOnlySpan<byte> after, Span<byte> receipt, out int receiptLength)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var arm = choices.For(question, now).Draw(Chance.Next());
        var ready = arm.In(question.Exposure);
        Span<byte> id = stackalloc byte[Receipt.IdLength];
        Chance.Fill(id);
        receiptLength = Receipt.Write(receipts, id, Receipt.MinuteOf(now), question.Surface, ready.ReceiptTail, receipt);

        var hour = (int)(now / 3600);
        counter.Add(new(MomentEvent.Exposure, hour, bundle.Revision, arm.Id, question.Surface, ready.Look, ready.Message.Language));
        if (!after.IsEmpty)
            CountFollowOn(after, now, hour);
        return ready;
    }

    private void CountFollowOn(ReadOnlySpan<byte> after, long now, int hour)
    {
        Span<byte> room = stackalloc byte[Receipt.LongestText];
        if (!Receipt.TryOpen(receipts, after, now, room, out var earlier))
            return;
        counter.Add(new(
            MomentEvent.FollowOn, hour, names.Of(earlier.Revision), names.OfAscii(earlier.Arm), earlier.Surface, earlier.Look, names.OfAscii(earlier.Language)));
    }
}
