using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Cairn.Foundation.Text;
using Cairn.Moment;
using Cairn.Say.Moments;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Partners;

namespace Cairn.Say.Posters.Rendering;

/// <summary><c>cairn artwork render</c>.</summary>
internal static class ArtworkCommands
{
    // WCAG 2.2, 1.4.11: what graphics need.
    private const double LeastMarkContrast = 3;

    /// <param name="time">Decides what has expired.</param>
    public static Command All(TimeProvider time) => new("artwork", "Posters, cards and screens of a campaign.") { Render(time) };

    private static Command Render(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the pack." };
        var to = new Option<string>("--out") { Description = "The folder the pictures go to; made when it is missing.", Required = true, HelpName = "OUT" };
        var formats = new Option<string[]>("--format") { Description = "Only this format, also one of your own as WIDTHxHEIGHT; may be given again.", HelpName = "F" };
        var languages = new Option<string[]>("--language") { Description = "Only this language; may be given again.", HelpName = "L" };
        var partner = new Option<string?>("--partner") { Description = "Who hands it out: a name that goes beside the campaign's.", HelpName = "NAME" };
        var mark = new Option<string?>("--mark") { Description = "The partner's mark: an SVG of plain shapes, or a PNG.", HelpName = "FILE" };
        var all = new Option<bool>("--all") { Description = "Make every picture again, also those that have not changed." };
        var threads = new Option<int>("--threads") { Description = "How many pictures are made at once.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var command = new Command("render", "Draw every artwork in every format and language, with a manifest.") { folder, to, formats, languages, partner, mark, all, threads };
        command.SetAction(parsed =>
        {
            var exit = 0;
            var failed = MomentTold.By(parsed, () =>
            {
                var people = parsed.InvocationConfiguration.Error;
                var clock = Stopwatch.StartNew();
                var wanted = new Wanted(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(to), parsed.GetValue(formats) ?? [], parsed.GetValue(languages) ?? [],
                    Name(parsed.GetValue(partner), parsed.GetValue(mark)), parsed.GetValue(mark), parsed.GetValue(all), Math.Clamp(parsed.GetValue(threads), 1, 64));
                var told = Told(wanted, time, people);
                foreach (var fault in told.Faults)
                    people.WriteLine(fault);
                if (told.LeftOut.Count > 0)
                    people.WriteLine($"Draft translations too long for their format, left out: {string.Join(", ", told.LeftOut)}.");
                people.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{told.Made} pictures made ({told.Bytes / 1024.0 / 1024:0.0} MB) and {told.Kept} unchanged in {clock.Elapsed.TotalSeconds:0.00} s.{(told.Demonstration ? " Every one says that it is a demonstration." : "")}"));
                exit = told.Faults.Count > 0 ? 1 : 0;
            });
            return Math.Max(failed, exit);
        });
        return command;
    }

    private static Rendered Told(Wanted wanted, TimeProvider time, TextWriter people)
    {
        var stamp = Stamp(wanted, time);
        if (!wanted.All && stamp?.Told(wanted.To) is { } unchanged)
            return unchanged;
        var (contents, revision) = FolderPosters.Read(wanted.Pack, time);
        var renderer = new PosterRenderer(contents, wanted.Partner, Mark(wanted.Mark), Hash(wanted.Mark));
        var jobs = PosterRenderer.Jobs(contents.Pack, Formats(wanted.Formats), Languages(wanted.Languages, contents)).ToList();
        if (jobs.Count == 0)
            throw new MomentException("The pack has no artwork: add some to artwork.yaml, see docs/artwork.md.");
        var artwork = new ArtworkFolder(renderer, wanted.To, wanted.All);
        var told = artwork.Render(jobs, revision, wanted.Threads, ProgressLine.On(people, jobs.Count));
        stamp?.Keep(wanted.To, told, artwork.Files);
        return told;
    }

    // Everything that decides what the pictures look like. None when the pack cannot be read: reading it says why.
    private static FolderStamp? Stamp(Wanted wanted, TimeProvider time)
    {
        try
        {
            return new([PosterKey.Engine, FolderPosters.RevisionOf(wanted.Pack), FolderPosters.Address, FolderPosters.Day(time), .. wanted.Formats, "/", .. wanted.Languages, "/", wanted.Partner, Hash(wanted.Mark)]);
        }
        catch (PackRefusedException)
        {
            return null;
        }
    }

    private static List<PosterFormat>? Formats(string[]? named) => named is not { Length: > 0 } ? null :
        [.. named.Select(n => PosterFormat.Named(n) ?? throw new MomentException(
            $"'{Printable(n)}' is not a format. Use {string.Join(", ", PosterFormat.All.Select(f => f.Name))}, or WIDTHxHEIGHT in pixels from {PosterFormat.LeastCustom} to {PosterFormat.MostCustom}."))];

    private static List<Language>? Languages(string[]? named, PosterContents contents)
    {
        if (named is not { Length: > 0 })
            return null;
        var offered = contents.Pack.Campaign.Languages.Select(l => l.Language).ToList();
        return [.. named.Select(n => offered.Find(l => l.Code == n) ?? throw new MomentException($"The campaign has no language '{Printable(n)}'. It has {string.Join(", ", offered)}."))];
    }

    private static string? Name(string? partner, string? mark)
    {
        if (partner is null)
            return mark is null ? null : throw new MomentException("A mark needs a name beside it: add --partner NAME.");
        var name = partner.Trim();
        return name.Length is > 0 and <= 60 && !name.Any(char.IsControl) ? name : throw new MomentException("A partner's name has from 1 to 60 characters, on one line.");
    }

    private static PartnerMark? Mark(string? file)
    {
        try
        {
            if (file is null)
                return null;
            var mark = PartnerMark.Read(file);
            // It stands on a white card.
            return mark.ContrastOn("#ffffff") >= LeastMarkContrast ? mark : throw new MomentException("The mark is too pale to be seen on white: give its version for light grounds.");
        }
        catch (PartnerMarkException refused)
        {
            throw new MomentException(refused.Message, refused);
        }
    }

    private static string? Hash(string? file) => file is null ? null : Convert.ToHexStringLower(SHA256.HashData(KeptFile.Read(file, "mark")));

    private sealed record Wanted(string Pack, string To, string[] Formats, string[] Languages, string? Partner, string? Mark, bool All, int Threads);

    private static string Printable(string written) => string.Concat(written.Take(40).Where(c => !char.IsControl(c)));
}
