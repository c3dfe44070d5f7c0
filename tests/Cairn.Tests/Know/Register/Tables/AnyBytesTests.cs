using System.Text;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Sums;
using CsCheck;

namespace Cairn.Tests.Know.Register.Tables;

/// <summary>Whatever the bytes, there is a table or a reason, and never an exception.</summary>
public sealed class AnyBytesTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("Title\n\nDivision,Community,Custody,Total\nFife,\"1,300\",*,1400\nForth Valley,210,64,274\nTotal,1510,,\n\nNote\n");

    private static readonly byte[] Xlsx = new Workbook().Sheet([["Division", "Community", "Custody"], ["Fife", 30, 4], ["Forth Valley", 50, 6], ["Total", 80, 10]]).Bytes();

    private static readonly byte[] Mapping = Encoding.UTF8.GetBytes("version: 1\nrows: {first: 4, last: 6}\ncolumns:\n  A: {labels: division}\n  B: {counts: {place: a}}\n  C: {counts: {place: b}}\n  D: left-out\ntotals:\n  division: {total: everything}\n");

    private static readonly byte[] Beside = Encoding.UTF8.GetBytes("version: 1\nsheet: 1\nheadings: [3]\nleave-out: [5]\ncodes:\n  division: {Fife: f}\ntotals:\n  division: {total: [f]}\n");

    private static readonly string[] Pieces = [",", ";", "\t", "\n", "\"", "\r\n", "Division", "Number", "Total", "Fife", "1,356", "64", "*", "-", "..", " ", "2021", "%", "[1]", "é", "\u00A0", "Population", "per 100,000"];

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 300].Sample(bytes => Hold(bytes, null), iter: 2_000);

    [Fact]
    public void Random_pieces_of_tables() => Gen.Int[0, Pieces.Length - 1].Array[0, 80].Sample(pieces => Hold(Encoding.UTF8.GetBytes(string.Concat(pieces.Select(p => Pieces[p]))), null), iter: 2_000);

    [Fact]
    public void A_csv_with_any_bytes_changed() => Mutated(Csv).Sample(bytes => Hold(bytes, null), iter: 1_000);

    [Fact]
    public void A_workbook_with_any_bytes_changed() => Mutated(Xlsx).Sample(bytes => Hold(bytes, null), iter: 500);

    [Fact]
    public void A_mapping_with_any_bytes_changed() => Mutated(Mapping).Sample(bytes => Hold(Csv, Encoding.Latin1.GetString(bytes)), iter: 1_000);

    [Fact]
    public void A_mapping_beside_what_is_told_with_any_bytes_changed() => Mutated(Beside).Sample(bytes => Hold(Csv, Encoding.Latin1.GetString(bytes)), iter: 1_000);

    [Fact]
    [Trait("Category", "Nightly")]
    public void Many_more_of_each()
    {
        Gen.Int[0, Pieces.Length - 1].Array[0, 200].Sample(pieces => Hold(Encoding.UTF8.GetBytes(string.Concat(pieces.Select(p => Pieces[p]))), null), time: 60);
        Mutated(Csv).Sample(bytes => Hold(bytes, null), time: 60);
        Mutated(Xlsx).Sample(bytes => Hold(bytes, null), time: 60);
        Mutated(Mapping).Sample(bytes => Hold(Csv, Encoding.Latin1.GetString(bytes)), time: 60);
    }

    private static Gen<byte[]> Mutated(byte[] from) => Gen.Select(Gen.Int[0, from.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Select(changes =>
    {
        var bytes = from.ToList();
        foreach (var (at, value, how) in changes)
        {
            var place = Math.Min(at, bytes.Count - 1);
            if (how == 0 && bytes.Count > 1)
                bytes.RemoveAt(place);
            else if (how == 1)
                bytes.Insert(place, value);
            else
                bytes[place] = value;
        }

        return bytes.ToArray();
    });

    private static void Hold(byte[] file, string? mapping)
    {
        switch (TableImport.Read(file, mapping))
        {
            case TableReading.Read read:
                Assert.NotEmpty(read.Table.Cells);
                Assert.NotEmpty(read.Preview.Lines());
                Assert.NotEmpty(ArithmeticReport.Of(read.Table).Lines());
                break;
            case TableReading.Refused refused:
                Assert.NotEmpty(refused.Problems);
                break;
        }
    }
}
