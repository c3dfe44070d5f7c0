using Cairn.Say.Packs.Rules;

namespace Cairn.Tests.Say.Packs.Checking;

public sealed class ChecksPageTests
{
    [Fact]
    public void The_page_about_checks_says_what_the_rules_say()
    {
        var file = Path.Combine(Given.TheRepository(), "docs", "checks.md");
        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") == "1")
            File.WriteAllText(file, RulePage.Markdown());

        var page = File.ReadAllText(file);

        Assert.Equal(RulePage.Markdown(), page);
    }
}
