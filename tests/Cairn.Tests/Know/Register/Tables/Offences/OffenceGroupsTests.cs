using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Offences;
using CsCheck;

namespace Cairn.Tests.Know.Register.Tables.Offences;

public sealed class OffenceGroupsTests
{
    [Fact]
    public void The_edition_that_is_shipped_has_a_source_for_every_row()
    {
        var groups = OffenceGroups.Current;

        Assert.Equal(["indecent-communication", "grooming", "indecent-images"], groups.Groups.Select(g => g.Code));
        Assert.Equal(4, groups.Types.Count);
        Assert.Equal(16, groups.Sections.Count);
        Assert.All(groups.Sections, s => Assert.NotEmpty(s.Source.Title));
        Assert.Equal([("communicating-indecently", "2016-17", 58m), ("cause-to-view", "2016-17", 71m)], groups.Online.Shares.Select(s => (s.Type.Code, s.Period, s.Percent)));
    }

    [Theory]
    [InlineData("Civic Government (Scotland) Act 1982 s.52A", "indecent-images", "Reading")]
    [InlineData("Section 52 of the Civic Government (Scotland) Act 1982", "indecent-images", "Reading")]
    [InlineData("Protection of Children and Prevention of Sexual Offences (Scotland) Act 2005 s.1", "grooming", "Seen")]
    [InlineData("Protection of Children and Prevention of Sexual Offences (Scotland) Act 2005, section 1", "grooming", "Seen")]
    [InlineData("Section 1 of the Protection of Children and Prevention of Sexual Offences (Scotland) Act 2005", "grooming", "Seen")]
    [InlineData("Communicating indecently", "indecent-communication", "Reading")]
    [InlineData("grooming", "grooming", "Seen")]
    public void A_section_or_type_leads_to_its_group_and_says_how_sure_that_is(string label, string group, string sureness)
    {
        var link = OffenceGroups.Current.Find(label)!;

        Assert.Equal((group, sureness), (link.Group.Code, link.Sureness.ToString()));
    }

    [Theory]
    [InlineData("Sexual Offences (Scotland) Act 2009 s.23")]
    [InlineData("Communications Act 2003 s.127")]
    [InlineData("Sexual activity with older children")]
    [InlineData("s.1")]
    [InlineData("Online")]
    public void What_no_source_puts_in_a_group_is_in_none(string label) => Assert.Null(OffenceGroups.Current.Find(label));

    [Fact]
    public void Offences_without_a_group_are_listed_and_their_counts_kept()
    {
        var table = Published.Table(Published.Csv("Offence,Online,2019,2020\nCommunicating indecently,Yes,10,20\nCommunicating indecently,No,*,5\nBlorptang offence,Yes,3,4\nGrooming,Yes,1,2\nTotal,Yes,14,26\n"));

        var classified = ClassifiedOffences.Of(table, OffenceGroups.Current)!;

        Assert.Equal(["Blorptang offence"], classified.Unclassified.Select(m => m.Label));
        Assert.Equal(4, classified.Counts.Single(c => c.Group == ClassifiedOffences.NotClassified && c.Codes.SequenceEqual(["yes", "2020"])).Count);
        Assert.Null(classified.Counts.Single(c => c.Group == "indecent-communication" && c.Codes.SequenceEqual(["no", "2019"])).Count);
        Assert.Equal(["Total"], classified.Totals.Select(t => t.Label));
        Assert.Contains("'Blorptang offence': not classified, its counts are kept", classified.Lines());
    }

    [Fact]
    public void No_count_is_lost_or_counted_twice_by_classifying()
    {
        string[] names = ["Communicating indecently", "Cause to view sexual activity or images", "Indecent photos of children", "Grooming", "Blorptang offence", "Civic Government (Scotland) Act 1982 s.52"];
        Gen.Int[2, 5000].Array[names.Length].Sample(counts =>
        {
            var table = Published.Table(Published.Csv("Offence,Number\n" + string.Concat(names.Select((n, i) => $"{n},{counts[i]}\n")) + $"Total,{counts.Sum()}\n"));

            var classified = ClassifiedOffences.Of(table, OffenceGroups.Current)!;

            Assert.Equal(counts.Sum(), classified.Counts.Sum(c => c.Count));
        }, iter: 200);
    }

    [Theory]
    [InlineData("sure: recalled", 11, "'recalled' is not one of seen, reading.")]
    [InlineData("sure: seen, colour: red", 11, "unknown key 'colour'; known here: title, source, group, sure.")]
    [InlineData("group: b, sure: seen", 11, "this key stands here for the second time.")]
    public void A_file_that_claims_too_much_cannot_be_read(string end, int line, string sentence)
    {
        var yaml = $$"""
            version: 1
            edition: 2026-11-27
            sources:
              s: {publisher: p, title: t}
            groups:
              g: {title: t, source: s}
            sections: []
            online: {source: s, since: 2016, quality: q, shares: []}

            types:
              y: {title: t, source: s, group: g, {{end}}}
            """;

        var problem = Assert.Single(Assert.Throws<TableException>(() => OffenceGroupFile.Read(yaml)).Problems);

        Assert.Equal((line, sentence), (problem.Line, problem.Sentence));
    }

    [Theory]
    [InlineData("  g: {title: t, source: nowhere}", "'nowhere' is not one of s.")]
    [InlineData("  g: {title: t}", "the key 'source' is missing.")]
    [InlineData("  not-classified: {title: t, source: s}", "a code is small letters, figures and hyphens.")]
    public void A_group_without_a_source_cannot_be_read(string group, string sentence)
    {
        var yaml = $"version: 1\nedition: 2026-11-27\nsources:\n  s: {{publisher: p, title: t}}\ngroups:\n{group}\ntypes: {{}}\nsections: []\nonline: {{source: s, since: 2016, quality: q, shares: []}}\n";

        Assert.Equal(sentence, Assert.Single(Assert.Throws<TableException>(() => OffenceGroupFile.Read(yaml)).Problems).Sentence);
    }
}
