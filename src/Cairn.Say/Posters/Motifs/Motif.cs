namespace Cairn.Say.Posters.Motifs;

/// <summary>The pictures of the campaign: shapes only, no figure of anybody.</summary>
internal enum Motif
{
    None,

    /// <summary>A cursor and the rings its click makes.</summary>
    Click,

    /// <summary>Two speech bubbles: someone is writing, and someone has stopped answering.</summary>
    Bubbles,

    /// <summary>Three stones, and a light on the top one.</summary>
    Stones,

    /// <summary>Someone else's cursor, and one beside it.</summary>
    Beside,

    /// <summary>A switch that is off.</summary>
    Switch,

    /// <summary>A door that stands open, and the light behind it.</summary>
    Door,

    /// <summary>Something said, and the rings it makes.</summary>
    Told,

    /// <summary>A window that is being closed.</summary>
    Window,

    /// <summary>A sign that says stop.</summary>
    Stop,
}

/// <summary>Colours of a motif; the layout says what they are on its ground.</summary>
internal enum MotifColour { Light, Accent, Ground, Ink }

/// <summary>One shape in a square of 400.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="Stroke">Width of the line; 0 when the shape is filled.</param>
/// <param name="Strength">How much of its colour is mixed into the ground, from 0 to 1.</param>
/// <param name="Upright">It is never mirrored: cursors point the same way in every language.</param>
internal sealed record MotifShape(string Path, MotifColour Colour, double Stroke = 0, double Strength = 1, double X = 0, double Y = 0, double Scale = 1, bool Upright = false);
