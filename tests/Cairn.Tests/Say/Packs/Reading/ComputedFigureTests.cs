using Cairn.Say.Packs;

namespace Cairn.Tests.Say.Packs.Reading;

public sealed class ComputedFigureTests
{
    private const string Computed = """
          - id: from-a-table
            computed_from:
              table: register
              part: {online: [online], division: [Division A, Division B]}
              whole: {division: [north]}
              decimals: 1
            label: {en: On the list for this}
            sentence: {en: of the people on the list are there for this.}
            base: {en: people on the list on that day}
            definition: {en: Put on the list for this.}
            online_means: {en: It was done on the internet.}

        """;

    [Fact]
    public void A_figure_may_say_which_cells_of_which_table_it_is_made_of()
    {
        using var pack = Given.APack().Append("figures.yaml", Computed);

        var reading = PackReader.Read(pack.Folder);

        var figure = reading.Pack!.Figures.Computed.Single();
        Assert.Equal("share", reading.Pack.Figures.Figures.Single().Id);
        Assert.Equal(("from-a-table", "register", 1), (figure.Id, figure.Recipe.Series, figure.Recipe.Decimals));
        Assert.Equal(["Division A", "Division B"], figure.Recipe.Part["division"]);
        Assert.Equal(["north"], figure.Recipe.Whole["division"]);
    }

    [Theory]
    [InlineData("table: register", "table: A table", "ID")]
    [InlineData("part: {online: [online], division: [Division A, Division B]}", "part: {}", "Name at least one dimension")]
    [InlineData("[Division A, Division B]", "[Division A, Division A]", "each once")]
    [InlineData("decimals: 1", "decimals: 7", "from 0 to 3")]
    [InlineData("    base: {en: people on the list on that day}\n", "", "does not say of what")]
    [InlineData("    label: {en: On the list for this}\n", "", "label")]
    [InlineData("decimals: 1", "decimals: 1\n    value: 24", "value")]
    public void A_recipe_that_cannot_be_followed_is_said_and_no_figure_comes_of_it(string words, string into, string said)
    {
        using var pack = Given.APack().Append("figures.yaml", Computed.Replace(words, into, StringComparison.Ordinal));

        var findings = PackReader.Read(pack.Folder).Findings.Where(f => f.Place.File == "figures.yaml").ToList();

        Assert.Contains(findings, f => f.Message.Contains(said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_page_may_cite_it_and_an_artwork_is_measured_with_a_wide_number()
    {
        using var pack = Given.APack().Append("figures.yaml", Computed).Append("pages/en/figures.md", "\n[[figure:from-a-table]]\n");

        Assert.DoesNotContain(PackReader.Read(pack.Folder).Findings, f => f.Message.Contains("from-a-table", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_cites_a_figure_with_a_key_and_not_in_its_words()
    {
        using var cites = Given.APack().Change("messages/en.yaml", "- id: stop-now", "- id: stop-now\n    figure: share");
        using var nothing = Given.APack().Change("messages/en.yaml", "- id: stop-now", "- id: stop-now\n    figure: blorptang");
        using var words = Given.APack().Change("messages/en.yaml", "body: What you look at", "body: Of them [[figure:share]]. What you look at");

        Assert.Equal("share", PackReader.Read(cites.Folder).Pack!.Messages.Single(m => m.Id == "stop-now").Figure);
        var (exit, output, _) = nothing.Check();
        Assert.Equal(1, exit);
        Assert.Contains("blorptang", output, StringComparison.Ordinal);
        Assert.Contains(PackReader.Read(words.Folder).Findings, f => f.Message.Contains("would be printed", StringComparison.Ordinal));
    }
}
