using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cairn.Know.Register.Releases;
using CsCheck;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class TableFilesTests
{
    private static readonly TableLanguage English = Invented.In("en");
    private static readonly TableWords Words = English.Words;

    public static TheoryData<string> Tables => ["by-division", "by-mark"];

    [Theory, MemberData(nameof(Tables))]
    public async Task The_files_of_a_table_are_as_approved(string id)
    {
        var table = Table(id);

        await Approved.Equal($"{id}.csv", TableCsv.Csv(table, Words));
        await Approved.Equal($"{id}.csv-metadata.json", TableCsv.Metadata(table, English));
        await Approved.Equal($"{id}.json", TableJsonStat.Write(table, English, Invented.Address));
    }

    [Fact]
    public async Task The_share_over_time_is_a_file_of_its_own_as_approved()
    {
        await Approved.Equal("by-division.share.csv", SeriesCsv.Csv(Invented.Table(), Invented.Series, Words));
        await Approved.Equal("by-division.share.csv-metadata.json", SeriesCsv.Metadata(Invented.Table(), Invented.Series, English));
    }

    [Fact]
    public void A_share_says_which_definition_it_follows_and_a_missing_one_is_missing()
    {
        var rows = Rows(SeriesCsv.Csv(Invented.Table(), Invented.Series, Words));

        Assert.Equal(["14 A 1", "15 A 1", "17 A 1", " O 1", "20 B 2", "22 A 2", "23 A 2"], rows.Skip(1).Select(r => string.Join(' ', r[1..4])));
        Assert.Equal("2022-09-01: The mark is also set for what was found on a device.", rows[5][4]);
        Assert.Single(rows.Skip(1), r => r[4].Length > 0);
        Assert.All(rows.Skip(1), r => Assert.Equal("true", r[^1]));
    }

    [Theory, MemberData(nameof(Tables))]
    public void The_csv_has_a_row_a_cell_and_its_metadata_describes_every_column(string id)
    {
        var table = Table(id);

        var rows = Rows(TableCsv.Csv(table, Words));
        var metadata = JsonDocument.Parse(TableCsv.Metadata(table, English)).RootElement;

        // CSVW: a table has a url and a schema; a column a name of its own; a cell its datatype, or is null where that is allowed; a key is unique.
        var columns = metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal("http://www.w3.org/ns/csvw", metadata.GetProperty("@context")[0].GetString());
        Assert.Equal(id + ".csv", metadata.GetProperty("url").GetString());
        Assert.Equal(rows[0], columns.Select(c => c.GetProperty("name").GetString()!));
        Assert.Equal(rows[0].Length, rows[0].Distinct().Count());
        Assert.Equal(table.Cells.Count, rows.Count - 1);
        foreach (var row in rows.Skip(1))
            Assert.All(columns.Zip(row), pair => Assert.True(Fits(pair.First, pair.Second), $"'{pair.Second}' does not fit {pair.First.GetProperty("name")}."));
        var key = metadata.GetProperty("tableSchema").GetProperty("primaryKey").EnumerateArray().Select(k => Array.IndexOf(rows[0], k.GetString())).ToList();
        Assert.DoesNotContain(-1, key);
        Assert.Equal(table.Cells.Count, rows.Skip(1).Select(r => string.Join('/', key.Select(k => r[k]))).Distinct().Count());
    }

    [Theory, MemberData(nameof(Tables))]
    public void The_json_stat_dataset_says_the_same_as_the_csv(string id)
    {
        var table = Table(id);

        var rows = Rows(TableCsv.Csv(table, Words));
        var data = JsonDocument.Parse(TableJsonStat.Write(table, English, Invented.Address)).RootElement;

        var ids = data.GetProperty("id").EnumerateArray().Select(i => i.GetString()!).ToList();
        var categories = ids.Select(i => data.GetProperty("dimension").GetProperty(i).GetProperty("category").GetProperty("index").EnumerateArray().Select(c => c.GetString()!).ToList()).ToList();
        Assert.Equal(data.GetProperty("size").EnumerateArray().Select(s => s.GetInt32()), categories.Select(c => c.Count));
        Assert.Equal(table.Cells.Count, data.GetProperty("value").GetArrayLength());
        foreach (var row in rows.Skip(1))
        {
            string Of(string column) => row[Array.IndexOf(rows[0], column)];
            // JSON-stat: the last dimension changes fastest.
            var place = 0;
            foreach (var (dimension, index) in ids.Zip(categories))
                place = place * index.Count + (table.Dimensions.Any(d => d.Id == dimension) ? index.IndexOf(Of(dimension)) : 0);
            var value = data.GetProperty("value")[place];
            Assert.Equal(Of("value"), value.ValueKind == JsonValueKind.Null ? "" : value.GetInt64().ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Of("obs_status"), data.GetProperty("status").TryGetProperty(place.ToString(CultureInfo.InvariantCulture), out var status) ? status.GetString() : "A");
        }
    }

    [Fact]
    public void The_hierarchy_of_a_dimension_is_in_the_dataset()
    {
        var data = JsonDocument.Parse(TableJsonStat.Write(Invented.Table(), English, Invented.Address)).RootElement;

        var child = data.GetProperty("dimension").GetProperty("division").GetProperty("category").GetProperty("child");
        Assert.Equal(["north", "south", "unknown"], child.GetProperty("all").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(["a", "b", "c"], child.GetProperty("north").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("division", data.GetProperty("role").GetProperty("geo")[0].GetString());
    }

    [Fact]
    public void Every_status_has_its_sdmx_codes_and_whatever_is_suppressed_is_suppressed_alike()
    {
        Assert.Equal(["A/F", "A/F", "Q/C", "L/F", "M/F"], StatusCodes.All.Select(s => $"{StatusCodes.Observation(s)}/{StatusCodes.Confidentiality(s)}"));

        var table = Invented.Table();
        var rows = Rows(TableCsv.Csv(table, Words));
        var suppressed = rows.Skip(1).Where(r => r.Contains("suppressed")).Select(r => string.Join(',', r[4..])).Distinct();
        Assert.Equal([$",suppressed,Q,C,,people,2025-03-31,{table.Revision},true"], suppressed);
    }

    [Fact]
    public void A_demonstration_says_so_in_every_row_and_every_file_and_a_real_table_in_none()
    {
        var invented = Invented.Table();
        var real = Invented.Table(Invented.Facts with { Demonstration = false });

        Assert.All(Rows(TableCsv.Csv(invented, Words)).Skip(1), row => Assert.Equal("true", row[^1]));
        Assert.All(Rows(TableCsv.Csv(real, Words)).Skip(1), row => Assert.Equal("false", row[^1]));
        foreach (var write in new Func<PublishedTable, byte[]>[] { t => TableCsv.Metadata(t, English), t => TableJsonStat.Write(t, English, Invented.Address) })
        {
            Assert.Contains(Words.Demonstration, Encoding.UTF8.GetString(write(invented)), StringComparison.Ordinal);
            Assert.DoesNotContain(Words.Demonstration, Encoding.UTF8.GetString(write(real)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_cell_of_any_csv_begins_as_a_formula_does_and_every_label_comes_back()
    {
        Gen.String[Gen.Char["=+-@\t,\"'; aB\uFF1D\uFF0B\uFF0D\uFF20é"], 1, 8].Where(label => !string.IsNullOrWhiteSpace(label) && !label.Any(char.IsControl)).Sample(label =>
        {
            var table = Invented.Flat(Invented.Facts, null, (label, 3));

            var rows = Rows(TableCsv.Csv(table, Words));

            Assert.All(rows.SelectMany(r => r), cell => Assert.False(cell.Length > 0 && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(cell[0], StringComparison.Ordinal)));
            Assert.Equal("=+-@\uFF1D\uFF0B\uFF0D\uFF20".Contains(label[0], StringComparison.Ordinal) ? "'" + label : label, rows[2][1]);
        });
    }

    [Fact]
    public void A_rounded_table_gives_its_base_beside_every_count()
    {
        var rows = Rows(TableCsv.Csv(Invented.Rounded(), Words));

        var (status, roundedTo) = (Array.IndexOf(rows[0], "status"), Array.IndexOf(rows[0], "rounded_to"));
        Assert.All(rows.Skip(1), row => Assert.Equal(row[status] == "rounded" ? "5" : "", row[roundedTo]));
    }

    private static PublishedTable Table(string id) => id == "by-mark" ? Invented.Rounded() : Invented.Table();

    // RFC 4180, read by another hand than the one that wrote it.
    private static List<string[]> Rows(byte[] csv)
    {
        var text = Encoding.UTF8.GetString(csv);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return [.. text[..^2].Split("\r\n").Select(line => Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))", RegexOptions.ExplicitCapture | RegexOptions.None).Select(Cell).ToArray())];

        static string Cell(Match match)
        {
            var cell = match.Value.StartsWith(',') ? match.Value[1..] : match.Value;
            return cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
        }
    }

    private static bool Fits(JsonElement column, string cell)
    {
        if (cell == column.GetProperty("null").GetString())
            return !column.GetProperty("required").GetBoolean();
        var datatype = column.GetProperty("datatype");
        var (kind, format) = datatype.ValueKind == JsonValueKind.String
            ? (datatype.GetString(), null)
            : (datatype.GetProperty("base").GetString(), datatype.TryGetProperty("format", out var f) ? f.GetString() : null);
        return kind switch
        {
            "string" => format is null || Regex.IsMatch(cell, format),
            "nonNegativeInteger" => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "positiveInteger" => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0,
            "date" => format == "yyyy-MM-dd" && DateOnly.TryParseExact(cell, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "boolean" => format!.Split('|').Contains(cell),
            _ => false,
        };
    }
}
