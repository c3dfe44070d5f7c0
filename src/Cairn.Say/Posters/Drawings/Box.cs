using SkiaSharp;

namespace Cairn.Say.Posters.Drawings;

/// <summary>A rectangle, downwards positive.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Box Inset(double by) => Inset(by, by);

    public Box Inset(double sides, double ends) => new(X + sides, Y + ends, Width - 2 * sides, Height - 2 * ends);

    public SKRect ToRect() => new((float)X, (float)Y, (float)Right, (float)Bottom);
}
