using System.CommandLine;
using System.Globalization;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Know.Register.Demonstration;
using Cairn.Know.Register.Snapshots;

namespace Cairn.Operating.Register;

/// <summary><c>cairn register</c>: a table of counts in, a protected table out, attacked. It is published in the console, by two people.</summary>
internal static class RegisterCommands
{
    private static readonly string[] Formats = ["csv", "json", "html"];

    /// <param name="more">What the commands' program has besides.</param>
    public static Command Build(TimeProvider time, Action<IServiceCollection>? more = null)
    {
        var file = new Argument<string>("FILE") { Description = "CSV or XLSX, counts only, at most 20 MB." };
        var asOf = new Option<string>("--as-of") { Description = "The day that the counts describe, yyyy-MM-dd.", Required = true };
        asOf.Validators.Add(given =>
        {
            if (!DateOnly.TryParseExact(given.GetValueOrDefault<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                given.AddError("--as-of takes a day as yyyy-MM-dd.");
        });
        var source = new Option<string>("--source") { Description = "Where the counts come from.", Required = true };
        var mapping = new Option<string?>("--mapping") { Description = "A YAML file that says what stands where, when guessing is not enough." };
        var series = new Option<string?>("--series") { Description = "Small letters and hyphens, the same for each day: the table's address." };
        var title = new Option<string?>("--title") { Description = "What the table is called." };
        var publisher = new Option<string?>("--publisher") { Description = "Who publishes the counts; otherwise the source." };
        var definition = new Option<string?>("--definition") { Description = "Who is counted, and how." };
        var invented = new Option<bool>("--demonstration") { Description = "The counts are invented; every page and file says so." };
        var byGroup = new Option<bool>("--by-group") { Description = "The three groups of the announcement become totals over the table's offences, and are protected with them." };
        var import = new Command("import", "Read a table of counts in: how each column was understood, what its sums say, and the table protected. A file fit to identify a person is refused whole.")
            { file, asOf, source, mapping, series, title, publisher, definition, invented, byGroup, OperatingRun.Data };
        import.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Import(
            at, parsed.GetRequiredValue(file), parsed.GetValue(mapping), DateOnly.ParseExact(parsed.GetRequiredValue(asOf), "yyyy-MM-dd", CultureInfo.InvariantCulture), parsed.GetRequiredValue(source),
            parsed.GetValue(series), parsed.GetValue(title), parsed.GetValue(publisher), parsed.GetValue(definition), parsed.GetValue(invented), parsed.GetValue(byGroup), cancel), more));

        var id = new Argument<string>("ID") { Description = "As 'register import' printed it." };
        var format = new Option<string>("--format") { Description = "csv, json (JSON-stat 2.0) or html.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong(Formats);
        var table = new Command("table", "Print a table as it is, or would be, published.") { id, format, OperatingRun.Data };
        table.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Table(at, parsed.GetRequiredValue(id), parsed.GetRequiredValue(format), cancel), more));

        var with = new Option<string?>("--with") { Description = "Another table of about the same day, attacked beside it as if it were published." };
        var audit = new Command("audit", "Attack a table by linear programming over everything that is, or would be, published: what can be worked out of each blank, also beside what other series have published over the same areas. Ends with 1 when one comes out too close.")
            { id, with, OperatingRun.Data };
        audit.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Audit(at, parsed.GetRequiredValue(id), parsed.GetValue(with), cancel), more));

        var demonstration = new Command("demonstration", "Publish three tables of invented counts, so that a demonstration has a figure that is computed. Every page and file says that they are invented.")
            { OperatingRun.Data };
        demonstration.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Demonstrate(at, cancel)));

        return new Command("register", "Tables of counts from the register.") { import, table, audit, demonstration };
    }

    private static async Task<int> Import(
        OperatingRun at, string file, string? mappingFile, DateOnly asOf, string source, string? series, string? title, string? publisher, string? definition, bool invented, bool byGroup, CancellationToken cancel)
    {
        await at.DemandUpToDate(cancel);
        await at.Check.Demand(cancel);
        var bytes = await Read(file, RegisterIntake.LargestFile, cancel);
        var mapping = mappingFile is null ? null : Encoding.UTF8.GetString(await Read(mappingFile, 256 * 1024, cancel));
        var read = await at.Services.GetRequiredService<RegisterIntake>().Import(bytes, mapping, asOf, source, series, title, publisher, definition, invented, byGroup, cancel);
        if (read.Id is not { } id)
        {
            at.People.WriteLine("The file was not read in. Nothing of it is kept.");
            foreach (var why in read.Refusals)
                at.People.WriteLine(why);
            return 1;
        }

        at.Output.WriteLine(id);
        foreach (var line in read.Preview.Concat(read.Arithmetic).Concat(read.Offences).Concat(read.Notes.Select(n => "note    " + n)))
            at.People.WriteLine(line);
        at.People.WriteLine(read.Problem ?? "Protected. An analyst looks at it under Register in the console and puts their name to it; somebody else publishes it.");
        return read.Problem is null ? 0 : 1;
    }

    private static async Task<int> Table(OperatingRun at, string id, string format, CancellationToken cancel)
    {
        await at.DemandUpToDate(cancel);
        if (await at.Services.GetRequiredService<RegisterIntake>().Table(id, format, cancel) is not { } table)
            throw new StorageException($"There is no protected table '{id}'.");
        at.Output.Write(Encoding.UTF8.GetString(table));
        return 0;
    }

    private static async Task<int> Audit(OperatingRun at, string id, string? with, CancellationToken cancel)
    {
        await at.DemandUpToDate(cancel);
        if (await at.Services.GetRequiredService<RegisterIntake>().Audit(id, with, cancel) is not { } attack)
            throw new StorageException($"There is no table '{id}' whose counts are still here.");
        foreach (var (cell, learnt) in attack.Cells)
            at.Output.WriteLine($"{cell}\t{learnt}");
        foreach (var given in attack.Beside)
            at.Output.WriteLine($"beside others\t{given}");
        at.People.WriteLine(attack.Problem ?? (attack.Holds ? "Holds: no blank can be found closer than its rules allow." : "Does not hold: the lines above say what anybody can work out."));
        return attack.Holds ? 0 : 1;
    }

    private static async Task<int> Demonstrate(OperatingRun at, CancellationToken cancel)
    {
        await at.DemandUpToDate(cancel);
        await at.Check.Demand(cancel);
        at.People.WriteLine(await at.Services.GetRequiredService<InventedRegister>().Publish(cancel)
            ? $"Three tables of invented counts are published under /tables/{InventedRegister.Series}. Figures that are computed from them are shown now."
            : "They are published already. Nothing was changed.");
        return 0;
    }

    private static async Task<byte[]> Read(string file, int largest, CancellationToken cancel)
    {
        var whole = Path.GetFullPath(file);
        try
        {
            if (new FileInfo(whole).Length > largest)
                throw new StorageException($"'{whole}' is larger than {largest / 1024} kB. It was not read.");
            return await File.ReadAllBytesAsync(whole, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"'{whole}' could not be read. Check that it exists and may be read by this account.", e);
        }
    }
}
