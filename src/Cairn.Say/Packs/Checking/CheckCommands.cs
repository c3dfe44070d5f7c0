using System.CommandLine;
using Cairn.Say.Packs.Checking.Reports;
using NodaTime;
using NodaTime.Extensions;

namespace Cairn.Say.Packs.Checking;

/// <summary><c>cairn pack check</c>.</summary>
internal static class CheckCommands
{
    /// <param name="time">Decides what has expired.</param>
    internal static Command Check(TimeProvider time)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the pack, such as campaigns/not-my-friend." };
        var format = new Option<string>("--format") { Description = "How findings are written: for people, for programs, for code hosts.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");

        var command = new Command("check", "Read a campaign pack like a compiler: every fault with its file, line and remedy, and what the pack covers.") { directory, format };
        command.SetAction(parsed => Check(
            parsed.GetValue(directory)!, parsed.GetValue(format)!, Today(time), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <returns>1 when there is an error, else 0.</returns>
    private static int Check(string directory, string format, LocalDate today, TextWriter output, TextWriter people)
    {
        if (!Directory.Exists(directory))
        {
            people.WriteLine($"There is no folder {directory}: give the folder of a pack, such as campaigns/not-my-friend.");
            return 1;
        }

        var report = PackCheck.Run(directory, today);
        switch (format)
        {
            case "json":
                JsonReport.Write(report, output);
                break;
            case "sarif":
                SarifReport.Write(report, output);
                break;
            default:
                TextReport.Write(report, output);
                break;
        }

        people.WriteLine(TextReport.Summary(report));
        return report.Errors == 0 ? 0 : 1;
    }

    // The day in the United Kingdom, where the services are.
    private static LocalDate Today(TimeProvider time) =>
        time.GetUtcNow().ToInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
}
