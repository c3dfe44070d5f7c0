using Cairn.Know.Register.Tables;

namespace Cairn.Tests.Know.Register.Tables.Identifying;

public sealed class RefusalTests
{
    public static TheoryData<string> Hostile => [.. HostileFiles.All().Select(f => f.About)];

    [Theory, MemberData(nameof(Hostile))]
    public void A_file_that_could_tell_of_a_person_is_refused_whole_and_its_content_not_repeated(string about)
    {
        var file = HostileFiles.All().Single(f => f.About == about).File;

        var problems = Published.Problems(TableImport.Read(file));

        Assert.All(problems, p => Assert.Equal(TableProblemKind.Identifying, p.Kind));
        Assert.All(problems, p => Assert.NotNull(p.Place));
        var said = string.Join("\n", problems);
        Assert.All(HostileFiles.People, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void There_are_more_than_forty_hostile_files() => Assert.True(HostileFiles.All().Count() >= 40);

    [Theory]
    [InlineData("Division,Surname,Number\nFife,k,3\n", "sheet 1, column B: the column is headed 'surname'. The file is refused whole: only counts are taken.")]
    [InlineData("District,Number\nZZ99 1,3\nZZ99 2,4\n", "sheet 1, column A: the column looks like it holds postcode sectors; districts are as far as a table may go. The file is refused whole: only counts are taken.")]
    public void A_refusal_names_the_column_and_a_word_it_knows(string csv, string sentence) => Assert.Equal(sentence, Published.Problem(Published.Csv(csv)));

    [Theory]
    [InlineData("Division,Community,Custody\nArgyll & West Dunbartonshire,120,31\nForth Valley,210,64\nGreater Glasgow,700,201\nDumfries and Galloway,150,22\nHighlands & Islands,180,40\nTotal,1360,358\n")]
    [InlineData("Postcode district,Number of RSOs\nAB1,12\nG12,*\nEH54,7\nZZ99,-\nTotal,19\n")]
    [InlineData("Council area name,GSS code,Number\nAberdeen City,S12000033,30\nEast Lothian,S12000010,14\nNa h-Eileanan Siar,S12000013,3\n")]
    [InlineData("Local authority,Registered offenders,Population,\"Rate per 100,000\"\nUpper Blorp Valley,120,231456,51.8\nNorth Plimbleshire,98,654321,15.0\nZindle Island,11,120345,9.1\nQuorfside,44,345678,12.7\n")]
    [InlineData("Offence,2016-17,2017-18\nCommunicating indecently,600,640\nCause to view sexual activity or images,210,260\nIndecent photos of children,590,610\nTotal,1400,1510\n")]
    [InlineData("Period,Managed in the community,Level 1,Level 2,Level 3\n31 March 2019,401,380,19,2\n31 March 2020,412,391,20,1\n31 March 2021,420,397,22,1\n")]
    [InlineData("Missing,2020,2021\nFife,0,1\nTayside,1,0\nForth Valley,0,0\nTotal,1,1\n")]
    [InlineData("Age group,Community,Custody\nUnder 21,10,3\n21 to 30,40,11\n31-40,60,12\nTotal,110,26\n")]
    [InlineData("Division,Number,Notes\nFife,30,[1]\nTayside,50,\nForth Valley,64,[2]\n")]
    [InlineData("Table 1: Registered sex offenders by division\nPublished 31 May 2018\n\nDivision,Community\nFife,300\nTayside,401\nTotal,701\n\nNotes\n1. Figures are of 31 May 2018.\nContact: statistics@example.org, 0131 496 0000, 1 Blorp Street, ZZ99 9ZZ\n")]
    [InlineData("Date,Community,Custody\n31/05/2018,4107,1356\n31/03/2021,4358,1472\n31/10/2021,4475,1561\n30/11/2021,4490,1588\n")]
    [InlineData("Prison,Number\nHMP Blorp Hall,12\nHMP Quorfside,30\nHMYOI Zindle Moor,7\nTotal,49\n")]
    [InlineData("District council,2019,2020\nChester-le-Street,20,22\nMilton Keynes,30,31\nKingston upon Hull,41,40\nIsle of Wight,8,9\nNot known,1,0\n")]
    [InlineData("Week ending,Community,Custody\n07/01/2024,4107,1356\n14/01/2024,4358,1472\n21/01/2024,4475,1561\n28/01/2024,4490,1588\n04/02/2024,4491,1590\n11/02/2024,4492,1580\n")]
    [InlineData("Offence group,Number\nMalicious Communications,12\nLive Streaming,30\nSexual Extortion,7\nIndecent Images,8\nOnline Grooming,9\nTotal,66\n")]
    [InlineData("Reference period,Area code,Area name,Offender count\n2023,S12000033,Aberdeen City,30\n2024,S12000033,Aberdeen City,31\n")]
    [InlineData("Division,Female,Male,Total\nEdinburgh,4,300,304\nThe Lothians & Scottish Borders,3,200,203\nTotal,7,500,507\n")]
    public void A_table_as_it_is_published_is_not_refused(string csv) => Published.Read(Published.Csv(csv));

    [Fact]
    public void A_cover_and_notes_of_a_workbook_may_say_how_the_body_is_reached()
    {
        var workbook = new Workbook()
            .Sheet([["Registered offenders"], ["Publication date", new DateOnly(2018, 5, 31)], ["Contact", "Statistics office"], ["Email", "statistics@example.org"], ["Telephone", "0131 496 0000"]])
            .Sheet([["Division", "Community", "Custody"], ["Fife", 30, 4], ["Forth Valley", 50, 6], ["Total", 80, 10]])
            .Sheet([["Note", "Text"], ["[1]", "Counts are of the last day of the month and of people who are managed in the community, in custody or in hospital on that day."], ["[2]", "Numbers below five are withheld by the publisher, as are those by which they could be computed."]]);

        var read = Published.Read(TableImport.Read(workbook.Bytes()));

        Assert.Equal(2, read.Table.Cells[0].Place.Sheet);
        Assert.DoesNotContain("example.org", string.Join("\n", read.Preview.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_a_mapping_names_are_not_taken_for_names_of_people()
    {
        const string Csv = "Area name,Number\nBlorp Tangwell,30\nZindle Plimble,40\nQuorf Stroon,50\nMivvy Hackle,60\n";
        const string Mapping = "version: 1\ncodes:\n  division: {Blorp Tangwell: a, Zindle Plimble: b, Quorf Stroon: c, Mivvy Hackle: d}\n";

        var without = Published.Problem(Published.Csv(Csv));
        var with = Published.Table(Published.Csv(Csv, Mapping));

        Assert.Contains("names of areas that are not known", without, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c", "d"], with.Axes[0].Members.Select(m => m.Code));
    }
}
