using System.Text;

namespace Cairn.Tests.Know.Register.Tables.Identifying;

/// <summary>Files about people, all invented. Every word of <see cref="People"/> is one that no answer may repeat.</summary>
internal static class HostileFiles
{
    private static readonly string[] First = ["Blorp", "Zindle", "Quorf", "Mivvy", "Trask", "Olvo", "Pennick", "Grubel", "Snazz", "Wib", "Jorlin", "Fenna"];
    private static readonly string[] Last = ["Tangwell", "Oddmarsh", "Plimble", "Gruntley", "Vexbury", "Snorkham", "Dwibbs", "Frapton", "Krumley", "Yobbin", "Stroon", "Hackle"];

    public static IEnumerable<string> People => First.Concat(Last).Concat(["ZZ99", "9ZZ", "1961", "blorp", "QQ123456C", "07700"]);

    private static string Name(int i) => $"{First[i % 12]} {Last[(i * 5 + 3) % 12]}";

    private static string Birth(int i) => $"{1 + i * 7 % 28:00}/{1 + i % 12:00}/{1951 + i * 3}";

    public static IEnumerable<(string About, byte[] File)> All()
    {
        foreach (var header in (string[])["Name", "Full name", "Surname", "forename", "First_Name", "lastName", "Nickname", "Alias", "D.O.B.", "dob", "Date of birth", "DateOfBirth", "Address", "Home address", "Street",
                     "Telephone", "E-mail", "ViSOR", "CHI number", "PNC", "CRN", "National insurance no", "Case reference", "ID", "Age", "Postcode sector", "s u r n a m e", "Surn4me", "n@me", "SURNAME_1", "Sur­name", "Nаme"])
            yield return ($"headed {header}", Csv($"Division,{header},Number\nForth Valley,q,3\nFife,w,4\nTayside,e,5\n"));

        yield return ("names under an innocent heading", Csv(Rows("Area,Number", i => $"{Name(i)},{i + 2}", 8)));
        yield return ("names in capitals", Csv(Rows("Area,Number", i => $"\"{Name(i).Split(' ')[1].ToUpperInvariant()}, {Name(i).Split(' ')[0]}\",{i + 2}", 8)));
        yield return ("names with titles", Csv(Rows("Area,Number", i => $"Mr {Name(i)},{i + 2}", 6)));
        yield return ("names without capitals", Csv(Rows("Area,Number", i => $"{Name(i).ToLowerInvariant()},{i + 2}", 8)));
        yield return ("names in two columns", Csv(Rows("Group,Part,Number", i => $"{Name(i).Split(' ')[0]},{Name(i).Split(' ')[1]},{i + 2}", 8)));
        yield return ("names as columns", Csv($"Group,{Name(0)},{Name(1)},{Name(2)},{Name(3)}\nFirst,1,2,3,4\nSecond,2,1,0,4\n"));
        yield return ("names over three rows for each", Csv(Rows("Group,Period,Number", i => $"{Name(i / 3)},{2019 + i % 3},{i + 2}", 24)));
        yield return ("no row of headings", Csv(Rows($"{Name(9)},4", i => $"{Name(i)},{i + 2}", 8)));
        yield return ("a heading that is a value", Csv(Rows($"{Name(9)},Number", i => $"{Name(i)},{i + 2}", 8)));
        yield return ("dates of birth under an innocent heading", Csv(Rows("Period,Number", i => $"{Birth(i)},{i + 2}", 10)));
        yield return ("dates of birth in words", Csv(Rows("Period,Number", i => $"{i + 1} March {1961 + i},{i + 2}", 10)));
        yield return ("years of birth", Csv(Rows("Division,Group,Number,Sum", i => $"Fife,{1951 + i * 4},{i + 2},{i + 3}", 10)));
        yield return ("whole postcodes", Csv(Rows("District,Number", i => $"ZZ99 {i}ZZ,{i + 2}", 9)));
        yield return ("whole postcodes without a space", Csv(Rows("District,Number", i => $"ZZ99{i}ZZ,{i + 2}", 9)));
        yield return ("one whole postcode among districts", Csv("District,Number\nAB1,3\nG12,4\nZZ99 9ZZ,2\n"));
        yield return ("postcode sectors", Csv("District,Number\nZZ99 1,3\nZZ99 2,4\n"));
        yield return ("postcode sectors as columns", Csv("Period,ZZ99 1,ZZ99 2\n2020,3,4\n2021,5,6\n"));
        yield return ("e-mail addresses", Csv(Rows("Area,Number", i => $"blorp{i}@example.org,{i + 2}", 3)));
        yield return ("telephone numbers", Csv(Rows("Area,Number", i => $"07700 90{i:0000},{i + 2}", 4)));
        yield return ("national insurance numbers", Csv("Area,Number\nQQ123456C,3\nFife,4\n"));
        yield return ("long references", Csv(Rows("Area,Number", i => $"{4810273 + i * 977},{i + 2}", 6)));
        yield return ("references of letters and figures", Csv(Rows("Area,Number", i => $"KX-{1961 + i}-{i:00},{i + 2}", 6)));
        yield return ("police numbers", Csv(Rows("Area,Number", i => $"{61 + i}/{i + 1961}C,{i + 2}", 6)));
        yield return ("addresses of houses", Csv(Rows("Area,Number", i => $"{i + 1} {Last[i]} Street,{i + 2}", 6)));
        yield return ("remarks", Csv(Rows("Area,Number,Comments", i => $"Fife,{i + 2},{Name(i)} was seen at the corner of the square again on Monday", 4)));
        yield return ("sentences under an innocent heading", Csv(Rows("Area,Number,Extra", i => $"Fife,{i + 2},{Name(i)} was seen at the corner of the square again on Monday and then on Tuesday {i}", 5)));
        yield return ("a count of ones", Csv(Rows("Division,Offence,Number", i => $"{(i % 2 == 0 ? "Fife" : "Tayside")},Group {i},1", 14)));
        yield return ("no counts at all", Csv(Rows("Division,Offence", i => $"{(i % 2 == 0 ? "Fife" : "Tayside")},Group", 14)));
        yield return ("ticks instead of counts", Csv(Rows("Row,Community,Custody", i => $"Item {i},{i % 2},{1 - i % 2}", 30)));
        yield return ("a table on its side", Csv("What,a,b,c\nSurname,Tangwell,Plimble,Stroon\nNumber,1,2,3\n"));
        yield return ("a list below the table", Csv("Division,Number\nFife,3\nTayside,4\n\n" + string.Join("\n", Enumerable.Range(0, 8).Select(i => $"\"{Name(i)}, {Birth(i)}\"")) + "\n"));
        yield return ("a hidden sheet", new Workbook().Sheet(Counts).Sheet(PeopleRows, "hidden").Bytes());
        yield return ("a sheet hidden deeper", new Workbook().Sheet(Counts).Sheet(PeopleRows, "veryHidden").Bytes());
        yield return ("a hidden column", new Workbook().Sheet([["Division", "x", "Number"], .. Enumerable.Range(0, 6).Select(i => new object?[] { i % 2 == 0 ? "Fife" : "Tayside", Name(i), i + 2 })], hiddenColumns: [2]).Bytes());
        yield return ("a second sheet", new Workbook().Sheet(Counts).Sheet([["Area", "Number"], .. Enumerable.Range(0, 6).Select(i => new object?[] { Name(i), i + 2 })]).Bytes());
        yield return ("dates of birth that a workbook knows as days", new Workbook().Sheet([["Period", "Number"], .. Enumerable.Range(0, 8).Select(i => new object?[] { new DateOnly(1951 + i * 5, 3, 4), i + 2 })]).Bytes());
        yield return ("long numbers in a workbook", new Workbook().Sheet([["Area", "Number"], .. Enumerable.Range(0, 8).Select(i => new object?[] { 48102731 + i * 977, i + 2 })]).Bytes());
        yield return ("a heading in a workbook", new Workbook().Sheet([["Division", "Nom1nal", "Number"], ["Fife", "k", 3], ["Tayside", "j", 4]]).Bytes());
        yield return ("dates of birth of young people", Csv(Rows("Period,Number", i => $"{1 + i * 7 % 28:00}/{1 + i * 5 % 12:00}/{1996 + i * 7 % 9},{i + 2}", 9)));
        yield return ("a name that begins what else is said", Csv(Rows("Area,Number", i => $"\"{Name(i)}, 4{i}, Fife\",{i + 2}", 8)));
        yield return ("a birth within a cell", Csv("Area,Number\nFife,3\nTangwell dob 1961,4\n"));
        yield return ("people below a table", Csv("Division,Number,Sum\nFife,3,4\nTayside,4,5\nAyrshire,5,6\nForth Valley,6,7\nLothian,7,8\n" + Rows("k,l,m", i => $"{Name(i)},{i + 2},{i + 3}", 5)));
        yield return ("a second heading below a table", Csv("Division,Number,Sum\nFife,3,4\nTayside,4,5\nNo,Surname,Total\n1,Tangwell,2\n"));
        yield return ("a heading over two rows", Csv("Division,Post,Number\n,code sector,\nFife,k,3\nTayside,l,4\n"));
        yield return ("full-width letters", Csv("District,Number\nＺＺ９９ ９ＺＺ,3\n"));
        yield return ("a list of ways to reach people on what looks like a cover", new Workbook().Sheet([["A", "B"], .. Enumerable.Range(0, 12).Select(i => new object?[] { $"Entry {i}", $"blorp{i}@example.org" })]).Sheet(Counts).Bytes());
        yield return ("names as Windows-1252", Encoding.Latin1.GetBytes(Rows("Area;Number", i => $"{First[i]}é {Last[i]};{i + 2}", 8)));
    }

    private static object?[][] Counts => [["Division", "Community", "Custody"], ["Fife", 30, 4], ["Tayside", 50, 6]];

    private static object?[][] PeopleRows => [["a", "b"], .. Enumerable.Range(0, 12).Select(i => new object?[] { Name(i), Birth(i) })];

    private static string Rows(string header, Func<int, string> row, int count) => header + "\n" + string.Join("\n", Enumerable.Range(0, count).Select(row)) + "\n";

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);
}
