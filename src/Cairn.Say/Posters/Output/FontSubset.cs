using System.Runtime.InteropServices;
using Cairn.Say.Posters.Text;
using HarfBuzzSharp;
using SkiaSharp;

// The library stands beside the program, and is looked for nowhere a stranger may write.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace Cairn.Say.Posters.Output;

/// <summary>A font cut down to some of its glyphs. Their numbers stay, so that what was shaped with the whole font is drawn with the part.</summary>
internal static partial class FontSubset
{
    // HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS
    private const uint Flags = 0x1 | 0x2;
    // HB_SUBSET_SETS_DROP_TABLE_TAG
    private const int DropTables = 3;
    private const string Library = "libHarfBuzzSharp";

    // Only needed to shape, and shaping is done.
    private static readonly Tag[] Dropped = [new('G', 'S', 'U', 'B'), new('G', 'P', 'O', 'S'), new('G', 'D', 'E', 'F')];

    /// <exception cref="InvalidOperationException">The library could not make it: there is no memory left.</exception>
    public static SKTypeface Of(PosterFont font, IEnumerable<ushort> glyphs)
    {
        using var data = SKData.CreateCopy(font.File);
        using var blob = new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly);
        using var face = new Face(blob, 0);
        var input = Input();
        try
        {
            SetFlags(input, Flags);
            var wanted = GlyphSet(input);
            foreach (var glyph in glyphs)
                Add(wanted, glyph);
            var drop = Set(input, DropTables);
            foreach (var tag in Dropped)
                Add(drop, tag);
            var part = Subset(face.Handle, input);
            if (part == 0)
                throw new InvalidOperationException($"The font {font.Name} could not be cut down.");
            var bytes = FaceBlob(part);
            try
            {
                using var copy = SKData.CreateCopy(BlobData(bytes, out var length), (ulong)length);
                return SKTypeface.FromData(copy);
            }
            finally
            {
                DestroyBlob(bytes);
                DestroyFace(part);
            }
        }
        finally
        {
            DestroyInput(input);
        }
    }

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    private static partial nint Input();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    private static partial void DestroyInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    private static partial void SetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    private static partial nint GlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    private static partial nint Set(nint input, int kind);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    private static partial void Add(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    private static partial nint Subset(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    private static partial nint FaceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    private static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    private static partial nint BlobData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    private static partial void DestroyBlob(nint blob);
}
