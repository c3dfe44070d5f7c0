namespace Cairn.Say.Posters.Partners;
internal sealed class PartnerMarkException(string m) : Exception(m);
internal sealed record PartnerMark(double Width, double Height, string Sha256) { public static PartnerMark Read(string p) => throw new PartnerMarkException(p); }
internal static class PartnerMarkPainter { public static void Place(Drawings.Sheet sheet, PartnerMark mark, Drawings.Box box, double scale) { } }
