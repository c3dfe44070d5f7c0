using System.CommandLine;
using System.Globalization;
using Cairn.Moment;
using Cairn.Moment.Bundles;

namespace Cairn.Say.Moments;

/// <summary><c>cairn bundle build</c> and <c>bundle verify</c>.</summary>
internal static class BundleCommands
{
    /// <param name="time">Decides what has expired and what is still to come.</param>
    public static Command All(TimeProvider time) => new("bundle", "What a sidecar loads: a campaign's messages and ways to help, signed.") { Build(time), Verify(time) };

    private static Command Build(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the pack; checked first." };
        var terms = new Option<string?>("--terms") { Description = "A sealed list that travels inside; its key is not needed.", HelpName = "FILE" };
        var sign = new Option<string>("--sign") { Description = "The private key of 'cairn sign key'.", Required = true, HelpName = "KEY" };
        var file = new Option<string>("--out") { Description = "The bundle; replaced in one step when it is there.", Required = true, HelpName = "FILE" };
        var command = new Command("build", "Make a bundle of a pack's folder.") { folder, terms, sign, file };
        command.SetAction(parsed => MomentTold.By(parsed, () =>
        {
            var (from, list, key, to) = (parsed.GetRequiredValue(folder), parsed.GetValue(terms), parsed.GetRequiredValue(sign), parsed.GetRequiredValue(file));
            // Somebody's only copy.
            if (new[] { list, key }.OfType<string>().Any(f => Path.GetFullPath(f) == Path.GetFullPath(to)))
                throw new MomentException("The bundle would replace the list or the key: give --out another name.");
            using var signing = BundleKeys.Private(key);
            var sealedTerms = list is null ? [] : BundleTerms.Read(list);
            var (content, hindrances) = FolderBundle.Compose(from, time);
            KeptFile.Replace(to, Bundle.Of(content, sealedTerms).Write(signing));
            Tell(parsed.InvocationConfiguration.Error, content, hindrances, to);
        }));
        return command;
    }

    private static Command Verify(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "The bundle." };
        var open = new Option<string>("--key") { Description = "The public key of whoever made it.", Required = true, HelpName = "PUB" };
        var command = new Command("verify", "Say whether a bundle is whole, signed by this key and in date, and what it holds.") { file, open };
        command.SetAction(parsed => MomentTold.By(parsed, () =>
        {
            var bundle = Bundle.Read(KeptFile.Read(parsed.GetRequiredValue(file), "bundle"), BundleKeys.Public(parsed.GetRequiredValue(open)));
            bundle.CheckClock(time.GetUtcNow(), inForce: null);
            Print(parsed.InvocationConfiguration.Output, bundle);
        }));
        return command;
    }

    private static void Tell(TextWriter people, BundleContent content, IReadOnlyList<string> hindrances, string to)
    {
        people.WriteLine($"'{to}' holds {content.Messages.Count} messages ({string.Join(", ", content.Languages)}) and {content.Ways.Count} ways to help, until {Day(content.Expires)}.");
        if (content.Demonstration is null)
            return;
        people.WriteLine("It is a demonstration, and every message says so. It is one because:");
        foreach (var line in hindrances)
            people.WriteLine("  " + line);
    }

    private static void Print(TextWriter output, Bundle bundle)
    {
        output.WriteLine($"campaign\t{bundle.Campaign}");
        output.WriteLine($"revision\t{bundle.Revision}");
        output.WriteLine($"demonstration\t{(bundle.Content.Demonstration is null ? "no" : "yes")}");
        output.WriteLine($"issued\t{Instant(bundle.Issued)}");
        output.WriteLine($"expires\t{Instant(bundle.Expires)}");
        output.WriteLine($"messages\t{bundle.Content.Messages.Count}");
        output.WriteLine($"ways\t{bundle.Content.Ways.Count}");
        output.WriteLine($"terms\t{(bundle.HasTerms ? "yes" : "no")}");
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
