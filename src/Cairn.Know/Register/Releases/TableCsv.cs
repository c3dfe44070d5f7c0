namespace Cairn.Know.Register.Releases;

/// <summary>A table as tidy CSV, one row a cell.</summary>
internal static class TableCsv
{
    internal const string LabelEnding = "_label";

    internal static byte[] Csv(PublishedTable table, TableWords words) => CsvFile.Write(Columns(table, words), table.Cells);

    internal static byte[] Metadata(PublishedTable table, TableLanguage language) =>
        CsvFile.Metadata(table.Id + ".csv", table.Facts.Title, table, language, Columns(table, language.Words), table.Dimensions.Select(d => d.Id));

    private static List<CsvColumn<PublishedCell>> Columns(PublishedTable table, TableWords words)
    {
        var columns = new List<CsvColumn<PublishedCell>>();
        foreach (var (dimension, place) in table.Dimensions.Select((d, i) => (d, i)))
        {
            columns.Add(new(dimension.Id, $"{dimension.Label}, {words.Code}", CsvFile.OneOf(dimension.Codes.Select(c => c.Id)), true, cell => cell.At[place]));
            columns.Add(new(dimension.Id + LabelEnding, dimension.Label, "string", true, cell => dimension[cell.At[place]].Label));
        }

        var facts = table.Facts;
        columns.Add(new("value", words.Count, "nonNegativeInteger", false, cell => CsvFile.Plain(cell.Value)));
        columns.Add(new("status", words.Status, CsvFile.OneOf(StatusCodes.All.Select(StatusCodes.Word)), true, cell => StatusCodes.Word(cell.Status)));
        columns.Add(new("obs_status", "SDMX CL_OBS_STATUS", CsvFile.OneOf(StatusCodes.All.Select(StatusCodes.Observation)), true, cell => StatusCodes.Observation(cell.Status)));
        columns.Add(new("conf_status", "SDMX CL_CONF_STATUS", CsvFile.OneOf(StatusCodes.All.Select(StatusCodes.Confidentiality)), true, cell => StatusCodes.Confidentiality(cell.Status)));
        columns.Add(new("rounded_to", words.RoundedTo, "positiveInteger", false, cell => cell.Status == CellStatus.Rounded ? CsvFile.Plain(facts.RoundedTo) : ""));
        columns.Add(new("unit", words.Unit, "string", true, _ => "people"));
        columns.Add(new("as_of", words.AsOf, CsvFile.Day(), true, _ => FigureFiles.Iso(facts.AsOf)));
        columns.AddRange(CsvFile.Ending<PublishedCell>(table, words));
        return columns;
    }
}
