using System.Diagnostics;
using System.Globalization;
using Cairn.Foundation.Text;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Output;
using Cairn.Say.Posters.Rendering;
using SkiaSharp;

// One poster in English, for bench/artwork to measure.
//   export PACK OUT         what the peers draw, and our own files to compare with; a line "FORMAT ARTWORK" for each
//   work PACK               answers each line "picture FORMAT N" or "drawing FORMAT N" with milliseconds and bytes of one
//   first PACK FORMAT FILE  one picture, and how long it took since the program's first line
//   apart ONE OTHER         the share of pixels that plainly differ, in per cent
const string Artwork = "one-click";
var clock = Stopwatch.StartNew();
if (args[0] == "apart")
{
    Say($"{Pixels.Apart(args[1], args[2]):0.0}");
    return;
}

var contents = FolderPosters.Read(args[1], TimeProvider.System).Contents;
var read = clock.Elapsed.TotalMilliseconds;
var jobs = new Dictionary<string, PosterJob>(StringComparer.Ordinal);
switch (args[0])
{
    case "export":
        foreach (var format in new[] { "square", "card", "a4" })
        {
            var poster = Compose(format);
            Say($"{format} {poster.Job.Artwork.Id}");
            File.WriteAllBytes(Path.Combine(args[2], format + ".json"), PeerPoster.Write(poster));
            File.WriteAllBytes(Path.Combine(args[2], $"ours-{format}.{(poster.Job.Format.Print ? "pdf" : "png")}"), poster.Write());
        }

        break;
    case "first":
        File.WriteAllBytes(args[3], Compose(args[2]).Write());
        Say($"{read:0.0} {clock.Elapsed.TotalMilliseconds:0.0}");
        break;
    default:
        Work();
        break;
}

void Work()
{
    while (Console.ReadLine() is { } line)
    {
        var words = line.Split(' ');
        var count = int.Parse(words[2], CultureInfo.InvariantCulture);
        Func<int> make = words[0] == "drawing" ? Drawing(words[1]) : () => Compose(words[1]).Write().Length;
        var bytes = 0;
        var begun = clock.Elapsed;
        for (var i = 0; i < count; i++)
            bytes = make();
        Say($"{(clock.Elapsed - begun).TotalMilliseconds / count:0.000} {bytes}");
    }
}

ComposedPoster Compose(string format)
{
    if (!jobs.TryGetValue(format, out var job))
    {
        // A picture with a fault is not put out, so it is not measured: the next artwork of the pack takes its place, and the result says which.
        job = jobs[format] = PosterRenderer.Jobs(contents.Pack, [PosterFormat.Named(format)!], [Language.English])
            .OrderByDescending(j => j.Artwork.Id == Artwork).First(j => Composed(j) is { Drawing.Faults.Count: 0 });
    }

    return Composed(job)!;
}

// With a renderer of its own for each picture: one that is kept remembers how the words were shaped, which the peers do not.
ComposedPoster? Composed(PosterJob job)
{
    var renderer = new PosterRenderer(contents);
    return renderer.Content(job, out _) is { } content ? renderer.Compose(job, content) : null;
}

// The limit: Skia puts a finished layout onto pixels that are there already, and nothing is written.
Func<int> Drawing(string format)
{
    var drawing = Compose(format).Drawing;
    var surface = SKSurface.Create(new SKImageInfo((int)drawing.Width, (int)drawing.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
    return () =>
    {
        surface.Canvas.Clear(drawing.Ground);
        DrawingPainter.Paint(surface.Canvas, drawing);
        surface.Flush();
        return 0;
    };
}

static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
