using Cairn.Say.Packs.Checking;
using NodaTime;
using NodaTime.Extensions;

namespace Cairn.Say.Packs.Publishing;

/// <summary>What a folder must pass before it is published: the same check that <c>cairn pack check</c> runs.</summary>
internal sealed class PackGate(TimeProvider time)
{
    /// <summary>Reads without checking: what was good when it was published is shown as long as it can be read.</summary>
    public PackReading Read(string directory) => PackReader.Read(directory);

    /// <returns>The pack of a folder without errors.</returns>
    /// <exception cref="PackRefusedException">The folder has errors; the message lists them.</exception>
    public Pack Admit(string directory)
    {
        var report = PackCheck.Run(directory, Today());
        return report.Errors == 0 && Read(directory).Pack is { } pack
            ? pack
            : throw new PackRefusedException(string.Join('\n', [
                .. FindingLines.Errors(report.Findings),
                $"The pack in '{directory}' has errors. Correct them; 'cairn pack check {directory}' shows them all."]));
    }

    /// <summary>As <see cref="Admit"/>, but a folder that only grew old is let in: what has expired in it is not shown, and the rest still helps.</summary>
    public Pack AdmitAtStart(string directory)
    {
        var reading = Read(directory);
        return reading.Pack is { } pack && LastLookedAt(pack) is { } day && day < Today() && PackCheck.Run(directory, day).Errors == 0
            ? pack
            : Admit(directory);
    }

    /// <summary>The last day on which somebody looked at a service; on that day nothing can have expired unnoticed.</summary>
    private static LocalDate? LastLookedAt(Pack pack)
    {
        var days = pack.Services.Services
            .SelectMany(s => new[]
            {
                s.Name.CheckedOn, s.About?.CheckedOn, s.Phone?.CheckedOn, s.Textphone?.CheckedOn, s.Website?.CheckedOn,
                s.Chat?.CheckedOn, s.Form?.CheckedOn, s.Email?.CheckedOn, s.Languages?.CheckedOn, s.Hours?.CheckedOn,
            })
            .OfType<LocalDate>()
            .ToList();
        return days.Count == 0 ? null : days.Max();
    }

    /// <summary>The day in the United Kingdom, where the services are.</summary>
    public LocalDate Today() => time.GetUtcNow().ToInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
}
