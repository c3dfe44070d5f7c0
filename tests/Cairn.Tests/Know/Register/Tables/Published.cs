using System.Text;
using Cairn.Know.Register.Tables;
using Cairn.Tests.Architecture;

namespace Cairn.Tests.Know.Register.Tables;

/// <summary>Tables as they are published: the fixtures hold the numbers of the cited publications, and no cell that is not printed there.</summary>
internal static class Published
{
    public static TableReading Fixture(string name, string? mapping = null)
    {
        var folder = Path.Combine(SourceTree.Root, "tests/Cairn.Tests/Know/Register/Tables/Fixtures");
        return TableImport.Read(File.ReadAllBytes(Path.Combine(folder, name)), mapping is null ? null : File.ReadAllText(Path.Combine(folder, mapping)));
    }

    public static TableReading Csv(string text, string? mapping = null) => TableImport.Read(Encoding.UTF8.GetBytes(text), mapping);

    public static CountTable Table(TableReading reading) => Read(reading).Table;

    public static TableReading.Read Read(TableReading reading)
    {
        Assert.True(reading is TableReading.Read, reading is TableReading.Refused refused ? string.Join("\n", refused.Problems) : "");
        return (TableReading.Read)reading;
    }

    public static IReadOnlyList<TableProblem> Problems(TableReading reading) => Assert.IsType<TableReading.Refused>(reading).Problems;

    /// <summary>The text of the one problem.</summary>
    public static string Problem(TableReading reading) => Assert.Single(Problems(reading)).ToString();
}
