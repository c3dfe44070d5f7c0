using System.Collections;
using QRCoder;
using SkiaSharp;

namespace Cairn.Say.Posters.Drawings;

/// <summary>The code a phone reads: the address of a placement.</summary>
internal sealed class QrCode
{
    /// <summary>Blank modules around a code, as ISO/IEC 18004 demands.</summary>
    internal const int Quiet = 4;

    private readonly List<BitArray> rows;

    public QrCode(string address)
    {
        Address = address;
        using var generator = new QRCodeGenerator();
        // Level M mends 15 %: a scratch or a fold. The library's rows bring the quiet zone along.
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        rows = [.. data.ModuleMatrix];
        Size = rows.Count - 2 * Quiet;
    }

    public string Address { get; }

    /// <summary>Modules on a side, without the quiet zone.</summary>
    public int Size { get; }

    /// <summary>Modules on a side, with it.</summary>
    public int Whole => Size + 2 * Quiet;

    /// <summary>The dark modules, those beside each other in one piece.</summary>
    public IReadOnlyList<SKRect> Squares(double x, double y, double module)
    {
        var squares = new List<SKRect>();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (!Dark(row, column))
                    continue;
                var to = column;
                while (to < Size && Dark(row, to))
                    to++;
                squares.Add(new((float)(x + column * module), (float)(y + row * module), (float)(x + to * module), (float)(y + (row + 1) * module)));
                column = to;
            }
        }

        return squares;
    }

    private bool Dark(int row, int column) => rows[row + Quiet][column + Quiet];
}
