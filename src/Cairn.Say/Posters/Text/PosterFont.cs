using System.Collections.Frozen;
using HarfBuzzSharp;
using SkiaSharp;

namespace Cairn.Say.Posters.Text;

internal enum Weight { Regular, Heavy }

/// <summary>One font file that ships with the program, open for shaping and for drawing. Never closed; safe to use from many threads.</summary>
internal sealed class PosterFont
{
    private static readonly FrozenDictionary<(string Family, Weight Weight), Lazy<PosterFont>> Shipped = new Dictionary<(string, Weight), Lazy<PosterFont>>
    {
        [(Latin, Weight.Regular)] = Of("AtkinsonHyperlegibleNext_400Regular"),
        [(Latin, Weight.Heavy)] = Of("AtkinsonHyperlegibleNext_800ExtraBold"),
        [(Naskh, Weight.Regular)] = Of("NotoNaskhArabic_400Regular"),
        [(Naskh, Weight.Heavy)] = Of("NotoNaskhArabic_700Bold"),
        [(Nastaliq, Weight.Regular)] = Of("NotoNastaliqUrdu_400Regular"),
        [(Nastaliq, Weight.Heavy)] = Of("NotoNastaliqUrdu_700Bold"),
    }.ToFrozenDictionary();

    internal const string Latin = "Atkinson Hyperlegible Next";
    internal const string Naskh = "Noto Naskh Arabic";
    internal const string Nastaliq = "Noto Nastaliq Urdu";

    private readonly SKData data;

    private PosterFont(string name)
    {
        Name = name;
        using var file = typeof(PosterFont).Assembly.GetManifestResourceStream(name + ".ttf")!;
        data = SKData.Create(file);
        Typeface = SKTypeface.FromData(data);
        var face = new Face(new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly), 0);
        face.MakeImmutable();
        UnitsPerEm = face.UnitsPerEm;
        Shaping = new Font(face);
        Shaping.SetScale(UnitsPerEm, UnitsPerEm);
        Shaping.SetFunctionsOpenType();
    }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>The whole file.</summary>
    public ReadOnlySpan<byte> File => data.AsSpan();

    public SKTypeface Typeface { get; }

    public Font Shaping { get; }

    public int UnitsPerEm { get; }

    /// <summary>Capital letters of the Latin font as a share of the em, from its OS/2 table: 668 of 1000.</summary>
    internal const double CapitalHeight = 0.668;

    public static PosterFont In(string family, Weight weight) => Shipped[(family, weight)].Value;

    public bool Has(int codePoint) => Shaping.TryGetNominalGlyph(codePoint, out _);

    private static Lazy<PosterFont> Of(string name) => new(() => new PosterFont(name));
}
