using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Say.Posters.Formats;

/// <summary>How the parts of an artwork lie in a format.</summary>
internal enum Arrangement
{
    /// <summary>The sentence above, the picture under it, the way to help across the foot.</summary>
    Upright,

    /// <summary>Sentence and picture beside each other, the way to help across the foot.</summary>
    Wide,

    /// <summary>Sentence, then the way to help beside it.</summary>
    Row,

    /// <summary>Narrow: everything under each other.</summary>
    Column,
}

/// <summary>A size artwork is made in. Screens count in pixels, print in points of 1/72 inch.</summary>
/// <param name="Millimetres">How large one unit is where it is seen; for screens, of the usual device.</param>
/// <param name="Distance">How far away the reader is, in millimetres.</param>
/// <param name="BytesAtMost">The most a channel accepts.</param>
/// <param name="Number">Whether a telephone number stands on it.</param>
/// <param name="Code">Whether a QR code stands on it: not where a click leads on, nor where a module would be smaller than two pixels.</param>
/// <param name="SafeTop">What a channel's own buttons cover above, in units.</param>
/// <param name="SafeBottom">What they cover below.</param>
internal sealed partial record PosterFormat(
    string Name, double Width, double Height, bool Print, Arrangement Arrangement, double Millimetres, double Distance, int? BytesAtMost = null, bool Number = true, bool Code = true, double SafeTop = 0, double SafeBottom = 0)
{
    internal const double PointsPerMillimetre = 72 / 25.4;
    internal const double BleedMillimetres = 3;

    /// <summary>Shortest side of a size of one's own, in pixels.</summary>
    internal const int LeastCustom = 32;

    /// <summary>Longest side of a size of one's own, in pixels.</summary>
    internal const int MostCustom = 8000;

    private const int Advertising = 150_000;
    private const double LeastPrinted = 5.5;

    // A phone shows a picture 65 mm wide and is held at 350 mm; a screen at a desk has 96 pixels to the inch, at 600 mm.
    private const double Phone = 65.0 / 1080;
    private const double Desk = 25.4 / 96;

    public static IReadOnlyList<PosterFormat> All { get; } =
    [
        new("square", 1080, 1080, false, Arrangement.Upright, Phone, 350),
        new("portrait", 1080, 1350, false, Arrangement.Upright, Phone, 350),
        // A seventh above and below belongs to the app that shows it.
        new("story", 1080, 1920, false, Arrangement.Upright, Phone, 350, SafeTop: 250, SafeBottom: 250),
        new("card", 1200, 630, false, Arrangement.Wide, 65.0 / 1200, 350),
        // A six-sheet is 1,200 mm wide and read from across the road; a screen in a hall, 1,210 mm, from four metres.
        new("d6", 1080, 1920, false, Arrangement.Upright, 1200.0 / 1080, 4000),
        new("landscape", 1920, 1080, false, Arrangement.Wide, 1210.0 / 1920, 4000),
        new("mpu", 300, 250, false, Arrangement.Upright, Desk, 600, Advertising, Code: false),
        new("leaderboard", 728, 90, false, Arrangement.Row, Desk, 600, Advertising, Code: false),
        new("mobile", 320, 50, false, Arrangement.Row, 25.4 / 160, 350, Advertising, Number: false, Code: false),
        new("skyscraper", 160, 600, false, Arrangement.Column, Desk, 600, Advertising, Code: false),
        new("billboard", 970, 250, false, Arrangement.Row, Desk, 600, Advertising),
        Sheet("a4", 210, 297, Arrangement.Upright, 800),
        Sheet("a3", 297, 420, Arrangement.Upright, 1200),
        Sheet("wallet", 85, 55, Arrangement.Wide, 350),
        // Half a sheet at its own size on a screen: it shows which picture it is, and is read in full elsewhere.
        new("thumb", 480, 600, false, Arrangement.Upright, Desk / 2, 400, Code: false),
    ];

    /// <summary>A format by its name, or one of one's own as <c>WxH</c> in pixels.</summary>
    public static PosterFormat? Named(string name)
    {
        if (All.FirstOrDefault(f => f.Name == name) is { } known)
            return known;
        var form = OwnSize().Match(name);
        if (!form.Success)
            return null;
        var (width, height) = (Side(form.Groups[1].Value), Side(form.Groups[2].Value));
        if (width is < LeastCustom or > MostCustom || height is < LeastCustom or > MostCustom)
            return null;
        var shape = (double)width / height;
        var arrangement = shape switch { > 2.2 => Arrangement.Row, > 1.15 => Arrangement.Wide, < 0.4 => Arrangement.Column, _ => Arrangement.Upright };
        var small = Math.Min(width, height) < 200;
        return new(name, width, height, false, arrangement, small ? Desk : Phone, small ? 600 : 350, Number: height >= 80, Code: !small);
    }

    /// <summary>Room around the trimmed sheet that is printed and cut away, in units.</summary>
    public double Bleed => Print ? BleedMillimetres * PointsPerMillimetre : 0;

    /// <summary>The length all sizes go by: the side of a square of the same area.</summary>
    public double Unit => Math.Sqrt(Width * Height);

    /// <summary>
    /// The size of letters whose capitals appear under so many minutes of arc at <see cref="Distance"/>. ISO 9241-303 asks for 16 and recommends 20 to 22; a person with 6/12 sight,
    /// the least a driver needs, still reads 10.
    /// </summary>
    public double SizeSeenUnder(double minutes) => Distance * Math.Tan(minutes / 60 * Math.PI / 180) / Millimetres / Text.PosterFont.CapitalHeight;

    /// <summary>What the sentence and the number must reach.</summary>
    public double LeastSentence => SizeSeenUnder(16);

    /// <summary>What an answer must reach: whoever reads on has come closer.</summary>
    public double LeastAnswer => SizeSeenUnder(13);

    /// <summary>What sources and notes must reach; on paper also what stays open when it is printed in reverse.</summary>
    public double LeastSmall => Print ? Math.Max(SizeSeenUnder(10), LeastPrinted) : SizeSeenUnder(10);

    private static PosterFormat Sheet(string name, double width, double height, Arrangement arrangement, double distance) =>
        new(name, width * PointsPerMillimetre, height * PointsPerMillimetre, true, arrangement, 1 / PointsPerMillimetre, distance);

    private static int Side(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : 0;

    [GeneratedRegex(@"^([0-9]{1,5})x([0-9]{1,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex OwnSize();
}
