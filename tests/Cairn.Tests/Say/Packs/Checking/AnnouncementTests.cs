namespace Cairn.Tests.Say.Packs.Checking;

/// <summary>What the announcement of 2018 said, as a pack would have it: the check finds what has dated and what was never known.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public void The_announcements_own_words_are_found_out()
    {
        using var pack = Given.APack()
            .Change("pages/en/yourself.md", "Talk to [[service:line]].",
                "Almost one-quarter of all registered sex offenders carried out online child sexual abuse.\n"
                + "It is a threat posed by predatory sex offenders.\n"
                + "A snapshot shows that 23% of those who were registered are there for this.\n"
                + "Please get in touch with us straight away on 0131 556 3535.\nTalk to [[service:line]].");

        var found = pack.Findings().Where(f => f.File == "pages/en/yourself.md" && f.Level == "error").Select(f => (f.Code, f.Line)).ToHashSet();

        Assert.Contains(("CLAIM001", pack.LineOf("pages/en/yourself.md", "one-quarter")), found);
        Assert.Contains(("TERM014", pack.LineOf("pages/en/yourself.md", "predatory")), found);
        Assert.Contains(("CLAIM001", pack.LineOf("pages/en/yourself.md", "23%")), found);
        Assert.Contains(("CLAIM002", pack.LineOf("pages/en/yourself.md", "0131")), found);
        Assert.Contains(pack.Findings(), f => f.Message.Contains("\"23%\"", StringComparison.Ordinal));
        Assert.Equal(1, pack.Check().Exit);
    }

    [Fact]
    public void A_label_in_a_message_to_the_reader_is_an_error_and_to_parents_it_is_not()
    {
        using var toReader = Given.APack().Change("messages/en.yaml", "What you look at hurts a child.", "You are a predator.");
        using var toParents = Given.APack().Change("pages/en/parents.md", "I am glad you told me.", "There are no monsters under the bed.");

        Assert.Contains(toReader.Findings(), f => f.Code == "TERM014");
        Assert.DoesNotContain(toParents.Findings(), f => f.Code == "TERM014");
    }
}
