using Cairn.Say.Packs.Rules;
using Cairn.Say.Posters.Drawings;

namespace Cairn.Say.Posters.Rendering;

/// <summary>What is wrong with a drawing, as the check counts it and as people read it.</summary>
internal static class DrawingFaults
{
    public static Rule RuleOf(DrawingFaultKind kind) => kind switch
    {
        DrawingFaultKind.NoGlyph => ArtworkRules.NoGlyph,
        DrawingFaultKind.QuietZone => ArtworkRules.NoRoomForCode,
        DrawingFaultKind.TooManyIdeas => ArtworkRules.TooManyIdeas,
        _ => ArtworkRules.Overflow,
    };

    public static string Sentence(DrawingFault fault) => fault.Kind switch
    {
        DrawingFaultKind.NoGlyph => $"no font has a letter of its {fault.What}.",
        DrawingFaultKind.QuietZone => "there is no room for its code.",
        DrawingFaultKind.TooManyIdeas => "it has more than one idea.",
        _ => $"its {fault.What} does not fit.",
    };
}
