using System.Collections.Frozen;
using System.Globalization;

namespace Cairn.Say.Posters.Motifs;

/// <summary>The shapes of every motif, drawn from the back to the front.</summary>
internal static class MotifShapes
{
    // Its tip is the origin.
    private const string Cursor = "M0 0V126L30 100L60 159L87 147L61 88L105 81Z";
    private const string Bubble = "M62 66h208a26 26 0 0 1 26 26v96a26 26 0 0 1-26 26H138l-46 46v-46H62a26 26 0 0 1-26-26V92a26 26 0 0 1 26-26Z";
    private const string Answer = "M196 190h148a22 22 0 0 1 22 22v74a22 22 0 0 1-22 22h-6v44l-44-44h-98a22 22 0 0 1-22-22v-74a22 22 0 0 1 22-22Z";

    private static readonly FrozenDictionary<Motif, IReadOnlyList<MotifShape>> All = new Dictionary<Motif, IReadOnlyList<MotifShape>>
    {
        [Motif.None] = [],
        [Motif.Click] = [.. Rings(200, 200, 46, 98, 150, 192), .. Pointer(196, 188, 1.3)],
        [Motif.Bubbles] =
        [
            new(Bubble, MotifColour.Light),
            .. new[] { 98, 132, 166, 200, 234 }.Select(x => new MotifShape(Circle(x, 140, 10), MotifColour.Ground)),
            new(Answer, MotifColour.Ground, 24),
            new(Answer, MotifColour.Accent),
            new("M214 240h112a8 8 0 0 1 0 16h-112a8 8 0 0 1 0-16Z", MotifColour.Ink),
        ],
        [Motif.Stones] =
        [
            .. Rings(200, 128, 66, 104, 142),
            .. Stone(200, 132, 46, 28, MotifColour.Accent),
            .. Stone(208, 206, 86, 40, MotifColour.Light, 0.72),
            .. Stone(196, 300, 132, 50, MotifColour.Light),
        ],
        [Motif.Beside] =
        [
            .. Rings(224, 206, 40, 84, 129, 170),
            new(Cursor, MotifColour.Ground, 18, 1, 66, 40, 1.05, Upright: true),
            new(Cursor, MotifColour.Light, 7, 0.8, 66, 40, 1.05, Upright: true),
            .. Pointer(222, 200, 1.2),
        ],
        [Motif.Switch] =
        [
            new("M128 112h144a88 88 0 0 1 0 176h-144a88 88 0 0 1 0-176Z", MotifColour.Light),
            new(Circle(128, 200, 66), MotifColour.Accent),
            new("M250 164l72 72M322 164l-72 72", MotifColour.Ground, 18),
        ],
        [Motif.Door] =
        [
            new("M142 348H292L392 392H196Z", MotifColour.Accent, 0, 0.45),
            new("M132 30H300V348H132Z", MotifColour.Accent),
            new("M132 30L66 66V392L132 348Z", MotifColour.Light),
            new("M132 30H300V348", MotifColour.Light, 12),
            new(Circle(110, 216, 8), MotifColour.Ground),
        ],
        [Motif.Told] =
        [
            new(Arc(166, 162, 150), MotifColour.Accent, 17),
            new(Arc(166, 162, 188), MotifColour.Accent, 11, 0.75),
            new(Arc(166, 162, 224), MotifColour.Accent, 7, 0.5),
            new("M58 76h180a26 26 0 0 1 26 26v116a26 26 0 0 1-26 26H146l-50 54v-54H58a26 26 0 0 1-26-26V102a26 26 0 0 1 26-26Z", MotifColour.Light),
            new("M76 128h144a9 9 0 0 1 0 18h-144a9 9 0 0 1 0-18ZM76 176h92a9 9 0 0 1 0 18h-92a9 9 0 0 1 0-18Z", MotifColour.Ground),
        ],
        [Motif.Window] =
        [
            new("M62 84H338A26 26 0 0 1 364 110V306A26 26 0 0 1 338 332H62A26 26 0 0 1 36 306V110A26 26 0 0 1 62 84Z", MotifColour.Light),
            new("M62 148H338V304A4 4 0 0 1 334 308H66A4 4 0 0 1 62 304Z", MotifColour.Ground),
            new("M84 104a12 12 0 0 1 0 24a12 12 0 0 1 0 -24ZM122 104a12 12 0 0 1 0 24a12 12 0 0 1 0 -24Z", MotifColour.Ground, 0, 0.9),
            new(Circle(322, 104, 66), MotifColour.Ground),
            new(Circle(322, 104, 54), MotifColour.Accent),
            new("M300 82L344 126M344 82L300 126", MotifColour.Ink, 17),
        ],
        [Motif.Stop] =
        [
            new("M133 38H267L362 133V267L267 362H133L38 267V133Z", MotifColour.Light),
            new("M142 60H258L340 142V258L258 340H142L60 258V142Z", MotifColour.Accent),
            new("M104 178H296A10 10 0 0 1 306 188V212A10 10 0 0 1 296 222H104A10 10 0 0 1 94 212V188A10 10 0 0 1 104 178Z", MotifColour.Ink),
        ],
    }.ToFrozenDictionary();

    public static IReadOnlyList<MotifShape> Of(Motif motif) => All[motif];

    private static IEnumerable<MotifShape> Rings(int x, int y, params int[] radii)
    {
        (double Width, double Strength)[] looks = [(17, 1), (10, 0.75), (6, 0.5), (4, 0.32)];
        return radii.Select((radius, i) => new MotifShape(Circle(x, y, radius), MotifColour.Accent, looks[i].Width, looks[i].Strength));
    }

    private static MotifShape[] Pointer(int x, int y, double scale) =>
        [new(Cursor, MotifColour.Ground, 18, 1, x, y, scale, Upright: true), new(Cursor, MotifColour.Light, 0, 1, x, y, scale, Upright: true)];

    private static MotifShape[] Stone(int x, int y, int width, int height, MotifColour colour, double strength = 1) =>
        [new(Oval(x, y, width, height), MotifColour.Ground, 18), new(Oval(x, y, width, height), colour, 0, strength)];

    private static string Circle(int x, int y, int radius) => Oval(x, y, radius, radius);

    private static string Oval(int x, int y, int width, int height) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x - width} {y}a{width} {height} 0 1 0 {2 * width} 0a{width} {height} 0 1 0 {-2 * width} 0Z");

    // An eighth of a turn either way from straight ahead.
    private static string Arc(int x, int y, int radius)
    {
        var reach = radius * Math.Sqrt(0.5);
        return string.Create(CultureInfo.InvariantCulture, $"M{x + reach:0.#} {y - reach:0.#}A{radius} {radius} 0 0 1 {x + reach:0.#} {y + reach:0.#}");
    }
}
