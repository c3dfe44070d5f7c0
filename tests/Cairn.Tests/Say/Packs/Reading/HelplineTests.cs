using Cairn.Foundation.Text;
using Cairn.Say.Packs;
using NodaTime;

namespace Cairn.Tests.Say.Packs.Reading;

public sealed class HelplineTests
{
    private static readonly Language Gaelic = Language.Parse("gd", null);

    [Fact]
    public void A_pack_with_a_line_has_no_fault()
    {
        using var pack = Given.APackWithALine();

        var (exit, _, people) = pack.Check();

        Assert.Equal(0, exit);
        Assert.Contains("can be published: 0 errors, 0 warnings", people, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_for_the_line_is_read_whole()
    {
        using var pack = Given.APackWithALine();

        var terms = PackReader.Read(pack.Folder).Pack!.Campaign.Helpline!;

        Assert.Equal(("The Example Foundation", "Head of Safeguarding", "Board of the Example Foundation"), (terms.ResponsibleBody, terms.SafeguardingLead, terms.ApprovedBy));
        Assert.Equal((new LocalDate(2026, 10, 1), 24, "Robin"), (terms.ReviewedOn, terms.ReplyHours, terms.PenName));
        Assert.Equal("We tell the police when a child is at risk and there is a way to find them.\n\nWe tell no one else.", terms.Limits[Language.English]);
        Assert.StartsWith("Innsidh sinn", terms.Limits[Gaelic], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_needs_no_line_and_no_replies()
    {
        using var pack = Given.APack();

        var read = PackReader.Read(pack.Folder).Pack!;

        Assert.Null(read.Campaign.Helpline);
        Assert.Empty(read.Replies);
    }

    [Theory]
    [InlineData("Robin")]
    [InlineData("\"O’Néill-Smith\"")]
    [InlineData("روبن")]
    [InlineData("Òrla an t-Saoir")]
    public void A_pen_name_is_letters_of_any_script(string name)
    {
        using var pack = Given.APackWithALine().Change("campaign.yaml", "pen_name: Robin", $"pen_name: {name}");

        var read = PackReader.Read(pack.Folder).Pack;

        Assert.Equal(name.Trim('"'), read?.Campaign.Helpline?.PenName);
    }

    [Theory]
    [InlineData("\" \"")]
    [InlineData("Robin  Hood")]
    [InlineData("-Robin")]
    [InlineData("\"<b>\"")]
    public void A_pen_name_is_nothing_but_letters(string name)
    {
        using var pack = Given.APackWithALine().Change("campaign.yaml", "pen_name: Robin", $"pen_name: {name}");

        Assert.Null(PackReader.Read(pack.Folder).Pack);
    }

    [Fact]
    public void Replies_keep_their_paragraphs_and_the_order_of_the_reference_language()
    {
        using var pack = Given.APackWithALine();

        var replies = PackReader.Read(pack.Folder).Pack!.Replies;

        Assert.Equal(new("hello", "First answer", "Thank you for writing.\n\nWhat worries you most?"), replies[Language.English][0]);
        Assert.Equal(["hello", "goodbye"], replies[Gaelic].Select(r => r.Id));
    }

    [Fact]
    public void A_reply_without_words_in_a_language_is_not_there_and_one_without_a_name_keeps_that_of_the_reference()
    {
        using var pack = Given.APackWithALine().Change("replies/gd.yaml", "    name: Crìoch chàirdeil\n", "").Change("replies/gd.yaml", "    body: Tapadh leat airson sgrìobhadh.\n", "");

        var replies = PackReader.Read(pack.Folder).Pack!.Replies;

        Assert.Equal([new("goodbye", "A kind ending", "Thoir an aire ort fhèin.")], replies[Gaelic]);
    }

    [Fact]
    public void The_bundled_pack_has_the_same_replies_in_each_language_and_nobody_who_answers()
    {
        var pack = PackReader.Read(Given.TheBundledPack()).Pack!;

        Assert.Null(pack.Campaign.Helpline);
        Assert.Equal(pack.Campaign.Languages.Select(l => l.Language.Code).Order(), pack.Replies.Keys.Select(l => l.Code).Order());
        Assert.All(pack.Replies.Values, r => Assert.Equal(pack.Replies[Language.English].Select(e => e.Id), r.Select(e => e.Id)));
        Assert.Equal(9, pack.Replies[Language.English].Count);
        Assert.All(pack.Replies.Values.SelectMany(r => r), r => Assert.DoesNotMatch("[0-9]", r.Body.Replace("999", "", StringComparison.Ordinal)));
    }
}
