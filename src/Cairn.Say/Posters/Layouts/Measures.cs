using Cairn.Say.Posters.Formats;

namespace Cairn.Say.Posters.Layouts;

/// <summary>Sizes and gaps of a format, all from its <see cref="PosterFormat.Unit"/>, none below what can be read there.</summary>
internal sealed record Measures(PosterFormat Format)
{
    // A strip has no room to give away.
    private bool Strip => Format.Arrangement is Arrangement.Row or Arrangement.Column || Format.Unit < 320 && !Format.Print;

    /// <summary>No line to spare.</summary>
    public bool Dense => Strip || Format.Arrangement == Arrangement.Wide || Format.Unit < 800 && !Format.Print;

    private double Shorter => Math.Min(Format.Width, Format.Height);

    /// <summary>From the edge to what is read; on print at least the 5 mm that a guillotine may miss by.</summary>
    public double Margin => Format.Print
        ? Math.Max(Shorter * 0.075, 5 * PosterFormat.PointsPerMillimetre)
        : Round(Format.Arrangement == Arrangement.Row ? Math.Max(Shorter * 0.09, 8) : Shorter * (Strip ? 0.06 : 0.075));

    public double Gap => Round(Format.Unit * 0.035);

    public double FootPad => Strip ? Round(Shorter * 0.05) : Format.Print || Format.Unit < 800 ? Margin * 0.7 : Round(Margin * 0.62);

    public double Small => Whole(Math.Max(Format.LeastSmall, Format.Unit * 0.0195));

    public double Label => Math.Max(LeastLabel, Format.Unit * 0.036);

    public double LeastLabel => Whole(Math.Max(Format.LeastSmall * 1.12, Format.Unit * 0.022));

    public double Number => Math.Max(LeastNumber, Format.Unit * (Format.Arrangement == Arrangement.Column ? 0.12 : 0.088));

    public double LeastNumber => Whole(Math.Min(Format.LeastSentence, Format.Unit * 0.09));

    /// <summary>Side of the code with its quiet zone.</summary>
    public double CodeSide => Format.Arrangement switch
    {
        Arrangement.Row => Math.Min(Format.Height - 2 * FootPad, Format.Height * 0.64),
        Arrangement.Column => Format.Width - 2 * Margin,
        _ => Math.Max(Format.Unit * 0.21, LeastCode),
    };

    /// <summary>The least at which a phone reads a code: 20 mm on paper.</summary>
    public double LeastCode => Format.Print ? 20 * PosterFormat.PointsPerMillimetre : 0;

    public double Headline => Format.Unit * (Strip ? 0.13 : 0.118);

    public double LeastHeadline => Whole(Format.LeastSentence);

    private double Whole(double size) => Format.Print ? size : Math.Ceiling(size);

    private double Round(double length) => Format.Print ? length : Math.Round(length);
}
