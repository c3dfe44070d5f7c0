namespace Cairn.Tests.Say.Packs.Checking;

public sealed class AllowanceTests
{
    private const string Title = "Protection of Children (child pornography) Notice";

    [Fact]
    public void A_quoted_title_may_stand_when_somebody_wrote_why()
    {
        using var pack = WithTheTitle().Append("campaign.yaml", $"allow:\n  - {{code: TERM001, text: \"{Title}\", reason: The title of an old notice.}}\n");

        var (exit, _, people) = pack.Check();

        Assert.Equal(0, exit);
        Assert.Contains("0 errors, 0 warnings", people, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_reaches_no_further_than_its_passage()
    {
        using var pack = WithTheTitle()
            .Append("pages/en/someone-else.md", "\nThis child pornography is not quoted.\n")
            .Append("campaign.yaml", $"allow:\n  - {{code: TERM001, text: \"{Title}\", reason: The title of an old notice.}}\n");

        var found = pack.Findings().Where(f => f.Code == "TERM001").ToList();

        Assert.Equal(pack.LineOf("pages/en/someone-else.md", "not quoted"), Assert.Single(found).Line);
    }

    private static TemporaryPack WithTheTitle() => Given.APack().Change("pages/en/someone-else.md", "The plain words stand here.", $"See the {Title}.");
}
