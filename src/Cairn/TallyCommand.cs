using System.CommandLine;
using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Know.Moments;
using Cairn.Know.Tallies;

namespace Cairn;

/// <summary><c>cairn tally</c>: what was counted, as tab-separated lines for a spreadsheet.</summary>
internal static class TallyCommand
{
    public static Command Build(TimeProvider time)
    {
        var data = new Option<string>("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };
        var days = new Option<int>("--days") { Description = "How many days back.", DefaultValueFactory = _ => 30 };
        days.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 36_500)
                given.AddError("--days takes a number from 1 to 36500.");
        });

        var moments = new Option<bool>("--moments") { Description = "Print what was shown at moments of risk instead, and what followed." };
        var command = new Command("tally", "Print views by page, language, revision, audience, channel and nation. Views, never visitors.") { data, days, moments };
        command.SetAction((parsed, cancelled) => Print(
            parsed.GetRequiredValue(data), parsed.GetValue(moments), time.GetUtcNow().AddDays(-parsed.GetValue(days)), parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error, cancelled));
        return command;
    }

    private static async Task<int> Print(string data, bool moments, DateTimeOffset since, TextWriter output, TextWriter people, CancellationToken cancelled)
    {
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddDatabase(Database.FromEnvironment(data)).AddTallies().AddMomentCounts().BuildServiceProvider();
            await services.GetRequiredService<Migrator>().MigrateAsync(cancelled);
            if (moments)
            {
                PrintMoments(await services.GetRequiredService<MomentReader>().Totals(since, cancelled), output);
                return 0;
            }

            var totals = await services.GetRequiredService<TallyReader>().Totals(since, cancelled);
            output.WriteLine("event\tpage\tlanguage\trevision\taudience\tchannel\tnation\tviews");
            foreach (var t in totals)
                output.WriteLine(string.Join('\t', t.Event, t.Page, t.Language, t.Revision, t.Audience, t.Channel, t.Nation, t.Count.ToString(CultureInfo.InvariantCulture)));
            return 0;
        }
        catch (StorageException refused)
        {
            people.WriteLine(refused.Message);
            return 1;
        }
    }

    private static void PrintMoments(IReadOnlyList<KeyValuePair<MomentKey, long>> totals, TextWriter output)
    {
        output.WriteLine("event\trevision\tarm\tsurface\tlook\tlanguage\toutcome\tcount");
        foreach (var (key, count) in totals)
            output.WriteLine(string.Join('\t', key.Event, key.Revision, key.Arm, key.Surface, key.Look.ToString(CultureInfo.InvariantCulture), key.Language, key.Outcome, count.ToString(CultureInfo.InvariantCulture)));
    }
}
