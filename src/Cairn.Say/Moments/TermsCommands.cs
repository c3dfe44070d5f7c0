using System.CommandLine;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Say.Moments;

/// <summary><c>cairn terms key</c>, <c>seal</c> and <c>match</c>. None of them ever repeats a term or a query, in an error neither.</summary>
internal static class TermsCommands
{
    private static readonly Option<string> Key = new("--key") { Description = "The key of terms.", Required = true, HelpName = "KEYFILE" };

    /// <param name="queries">Where <c>match</c> reads; standard input unless told.</param>
    internal static Command All(Func<Stream>? queries = null) =>
        new("terms", "Sealed lists of terms: the file shows no word to a reader without the key.") { MakeKey(), Seal(), Match(queries ?? Console.OpenStandardInput) };

    private static Command MakeKey()
    {
        var file = new Option<string>("--out") { Description = "The key file; never overwritten.", Required = true, HelpName = "KEYFILE" };
        var command = new Command("key", "Make a fresh key of terms, readable by you alone. Keep it apart from the lists.") { file };
        command.SetAction(parsed => Told(parsed, () =>
        {
            TermKey.Make().Write(parsed.GetRequiredValue(file));
            parsed.InvocationConfiguration.Error.WriteLine("Made. Keep it apart from the lists it seals: whoever holds both can test guesses.");
        }));
        return command;
    }

    private static Command Seal()
    {
        var list = new Argument<string>("LIST") { Description = "The plain list, UTF-8, one entry a line; see docs/sealed-lists.md." };
        var file = new Option<string>("--out") { Description = "The sealed list; replaced in one step when it is there.", Required = true, HelpName = "FILE" };
        var typos = new Option<bool>("--typos") { Description = "Also find phrases of eight letters and more with one letter wrong: a larger file, a slower search, more false alarms." };
        var command = new Command("seal", "Seal a plain list of terms under a key.") { list, Key, file, typos };
        command.SetAction(parsed => Told(parsed, () =>
        {
            var people = parsed.InvocationConfiguration.Error;
            string from = parsed.GetRequiredValue(list), key = parsed.GetRequiredValue(Key), to = parsed.GetRequiredValue(file);
            var report = SealedFile.Write(from, key, to, new SealingOptions(Typos: parsed.GetValue(typos)), people);
            people.WriteLine(FormattableString.Invariant($"Sealed {report.Entries} entries, {report.Doubled} doubled lines left out."));
        }));
        return command;
    }

    private static Command Match(Func<Stream> queries)
    {
        var file = new Argument<string>("FILE") { Description = "The sealed list." };
        var command = new Command("match", "Read texts on standard input, one a line, and print the numbers of the lines that match.") { file, Key };
        command.SetAction(parsed => Told(parsed, () =>
        {
            using var terms = SealedTerms.Open(parsed.GetRequiredValue(file), TermKey.Read(parsed.GetRequiredValue(Key)));
            using var input = queries();
            var (lines, matched, blocked) = QueryLines.Match(terms, input, parsed.InvocationConfiguration.Output);
            parsed.InvocationConfiguration.Error.WriteLine(FormattableString.Invariant($"{lines} lines, {matched} match, {blocked} of them ask to block."));
        }));
        return command;
    }

    /// <summary>Turns a refusal into its sentence and exit 1.</summary>
    private static int Told(ParseResult parsed, Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (MomentException refused)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
