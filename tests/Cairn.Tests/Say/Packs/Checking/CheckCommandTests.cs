using System.Text.Json;
using Cairn.Say.Packs.Rules;

namespace Cairn.Tests.Say.Packs.Checking;

public sealed class CheckCommandTests
{
    [Fact]
    public void The_bundled_pack_can_be_published_and_its_coverage_is_full()
    {
        var (exit, output, people) = TemporaryPack.Check(Given.TheBundledPack(), "text");

        Assert.DoesNotContain(": error ", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Contains("can be published", people, StringComparison.Ordinal);
        Assert.Contains("Coverage of not-my-friend", output, StringComparison.Ordinal);
        Assert.DoesNotContain("MISSING", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^    [a-z-]+ +-$", output);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_in_one_sentence()
    {
        var (exit, output, people) = TemporaryPack.Check("/no/such/pack", "text");

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Equal("There is no folder /no/such/pack: give the folder of a pack, such as campaigns/not-my-friend.", people.TrimEnd());
    }

    [Fact]
    public void A_format_nobody_knows_is_a_wrong_word_of_the_command()
    {
        var parsed = Cairn.Say.Packs.Checking.CheckCommands.Check(TemporaryPack.Time).Parse([Given.TheBundledPack(), "--format", "xml"]);

        Assert.NotEmpty(parsed.Errors);
    }

    [Fact]
    public void The_text_of_a_broken_pack_is_as_agreed()
    {
        using var pack = Given.APack()
            .Change("messages/en.yaml", "    aim: stop\n", "")
            .Change("campaign.yaml", "yourself: \"#0b5a8a\"", "yourself: \"#ffe100\"")
            .Change("pages/en/someone-else.md", "The plain words stand here.", "See [help](/find-hlep).");

        var (exit, output, people) = pack.Check();

        var folder = pack.Folder;
        Assert.Equal(1, exit);
        Assert.Equal(
            $"""
            {folder}/campaign.yaml:12: error LOOK001 white (#ffffff) on yourself (#ffe100) has a contrast of 1.31 to 1; 7 is needed. (choose a darker or a lighter colour in campaign.yaml)
            {folder}/messages/en.yaml:2: error SHAPE009 The key 'aim' is missing. (add 'aim:')
            {folder}/pages/en/someone-else.md:9: error SHAPE028 There is no page /find-hlep. (did you mean /find-help?)

            Coverage of small: 1 messages, 2 promised

              harms
                grooming                  -
                sexual-extortion          -
                live-streaming            -
                indecent-images           -

              consequences
                for-victims               -
                for-family                -
                for-self                  page yourself

              young people
                is-this-a-friend          -
                someone-has-my-picture    -
                threats                   not-alone
                am-i-in-trouble           -
                what-happens-when-i-tell  -
                something-i-did           -

              parents
                signs                     -
                what-to-say               -
                what-not-to-say           -
                whom-to-call              -

                                 all |       stop  seek-help     report      learn |   law  harm  help  hope
              yourself             0 |    MISSING          0          0          0 |     0     0     0     0
              young-people         1 |          0          1          0          0 |     0     0     1     0
              parents              0 |          0          0          0          0 |     0     0     0     0
              someone-else         0 |          0          0          0          0 |     0     0     0     0

            """.ReplaceLineEndings("\n"),
            output);
        Assert.StartsWith($"{folder} cannot be published yet: 3 errors, 0 warnings, ", people, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_the_findings_the_coverage_and_the_day()
    {
        using var pack = Given.APack().Change("messages/en.yaml", "appeal: help", "appeal: law");

        var (exit, output, _) = pack.Check("json");

        using var report = JsonDocument.Parse(output);
        var root = report.RootElement;
        Assert.Equal(1, exit);
        Assert.Equal("2026-11-23", root.GetProperty("today").GetString());
        Assert.Equal(1, root.GetProperty("errors").GetInt32());
        var error = root.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("level").GetString() == "error");
        Assert.Equal("SHAPE033", error.GetProperty("code").GetString());
        Assert.Equal("messages/en.yaml", error.GetProperty("file").GetString());
        Assert.Equal(["page yourself", "stop-now"], root.GetProperty("coverage").GetProperty("topics").EnumerateArray()
            .Single(t => t.GetProperty("topic").GetString() == "for-self").GetProperty("covered_by").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public void Sarif_has_what_code_hosts_need()
    {
        using var pack = Given.APack().Change("messages/en.yaml", "appeal: help", "appeal: law");

        var (_, output, _) = pack.Check("sarif");

        using var log = JsonDocument.Parse(output);
        var root = log.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", root.GetProperty("$schema").GetString());
        var run = root.GetProperty("runs").EnumerateArray().Single();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleBook.All.Count, rules.Count);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results, r =>
        {
            Assert.Equal(r.GetProperty("ruleId").GetString(), rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(r.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
            Assert.NotEmpty(r.GetProperty("message").GetProperty("text").GetString()!);
            var place = r.GetProperty("locations").EnumerateArray().Single().GetProperty("physicalLocation");
            Assert.StartsWith("file:///", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        });
        Assert.Contains(results, r => r.GetProperty("ruleId").GetString() == "SHAPE033");
    }
}
