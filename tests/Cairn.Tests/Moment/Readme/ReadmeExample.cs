using System.Text;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Cairn.Moment.Terms;

namespace Cairn.Tests.Moment.Readme;

/// <summary>The code of the package's README, compiled. A test holds the two together.</summary>
internal static class ReadmeExample
{
    // BEGIN
    // Once, and again whenever there is a newer bundle: a decider never changes and serves every thread.
    public static Decider Load(byte[] file, byte[] publicKey, TermKey? termKey, byte[] secret, Bundle? inForce, IMomentCounter counter)
    {
        var bundle = Bundle.Read(file, publicKey);
        bundle.CheckClock(DateTimeOffset.UtcNow, inForce);
        var terms = termKey is null ? null : bundle.OpenTerms(termKey);
        return new Decider(bundle, terms, ReceiptKey.For(secret, bundle.Campaign), counter, TimeProvider.System);
    }

    // For each search. Null: show the results as always.
    public static MomentAnswer? Ask(Decider decider, string query, int exposure) => decider.Decide(
        new MomentQuestion(MomentSurface.Search)
        {
            // What you noticed yourself. Leave it out to have the text matched.
            Signal = decider.MatchesText ? null : MomentSignal.Term,
            Aim = MomentAim.Stop,
            Audience = MomentAudience.Unknown,
            Language = "en-GB",
            Nation = "GB-SCT",
            Exposure = exposure,
        },
        query);

    public static string Draw(MomentAnswer answer)
    {
        var text = new StringBuilder();
        if (answer.Message.Demonstration is { } demonstration)
            text.AppendLine(demonstration);
        text.AppendLine(answer.Message.Heading);
        foreach (var paragraph in answer.Message.Body)
            text.AppendLine(paragraph);
        foreach (var way in answer.Ways)
            text.AppendLine($"{way.Label} <{way.Href}>{(way.Note is null ? "" : $" ({way.Note})")}");
        return text.ToString();
    }

    public static void Tell(Decider decider, string receipt, MomentOutcome outcome, ISet<string> told, IMomentCounter counter)
    {
        // A receipt is good for two hours and counts once: keep its id for three.
        if (!decider.TryReadReceipt(Encoding.ASCII.GetBytes(receipt), out var shown) || !told.Add(shown.Id))
            return;
        var hour = (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600);
        counter.Add(new MomentCount(MomentEvent.Outcome, hour, shown.Revision, shown.Arm, shown.Surface, shown.Look, shown.Language, outcome));
    }

    // END
}
