using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>One filled shape of a mark; a stroke has become a shape too.</summary>
/// <param name="Outline">In the mark's own units, from its upper left corner, with its fill rule.</param>
/// <param name="Fill">"#rrggbb", opaque.</param>
internal sealed record PartnerShape(SKPath Outline, string Fill);
