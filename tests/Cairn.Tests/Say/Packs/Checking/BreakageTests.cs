using Cairn.Say.Packs.Rules;

namespace Cairn.Tests.Say.Packs.Checking;

public sealed class BreakageTests
{
    public static TheoryData<string> Rows => [.. Breakages.All.Select(b => b.ToString())];

    [Fact]
    public void The_small_pack_has_no_fault()
    {
        using var pack = Given.APack();

        var (exit, output, people) = pack.Check();

        Assert.Equal([], output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal) || l.Contains(": warning ", StringComparison.Ordinal)));
        Assert.Equal(0, exit);
        Assert.Contains("can be published: 0 errors, 0 warnings", people, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_breakage_is_found_where_it_is(string row)
    {
        var breakage = Breakages.All.Single(b => b.ToString() == row);
        using var pack = Given.APack();
        breakage.Break(pack);
        var line = breakage.Sign is null ? 1 : LineOf(pack, breakage);

        var (exit, output, _) = pack.Check();
        var findings = pack.Findings();

        var level = breakage.Note ? "note" : breakage.Warning ? "warning" : "error";
        var found = findings.Where(f => f.Code == breakage.Code && f.File == breakage.File && f.Line == line).ToList();
        Assert.True(found.Count > 0, $"{breakage} is not found at {breakage.File}:{line}, but:\n{string.Join('\n', findings.Where(f => f.Level != "note"))}");
        Assert.All(found, f => Assert.Equal(level, f.Level));
        Assert.Contains(found, f => f.Remedy.Contains(breakage.Remedy, StringComparison.Ordinal) && f.Remedy.Length > 5);
        Assert.Equal(level == "error" ? 1 : 0, exit);
        if (!breakage.Note)
        {
            Assert.Contains(found, f => output.Contains($"{pack.Folder}/{f.File}:{f.Line}: {level} {f.Code} {f.Message} ({f.Remedy})", StringComparison.Ordinal));
            Assert.Equal(new[] { breakage.Code }.Concat(breakage.With).Order(), findings.Where(f => f.Level != "note").Select(f => f.Code).Distinct().Order());
        }
    }

    [Fact]
    public void Every_rule_is_broken_by_a_row()
    {
        var broken = Breakages.All.Select(b => b.Code).ToHashSet();

        var unbroken = RuleBook.All.Select(r => r.Code).Where(c => !broken.Contains(c));

        Assert.Equal([], unbroken);
    }

    [Fact]
    public void No_two_rules_share_a_code_and_each_belongs_to_a_family()
    {
        var rules = RuleBook.All;

        Assert.Equal(rules.Count, rules.Select(r => r.Code).Distinct().Count());
        Assert.All(rules, r => Assert.Contains(RuleBook.Families, f => r.Code.StartsWith(f.Prefix, StringComparison.Ordinal)));
        Assert.All(rules, r => Assert.Matches("^[A-Z]{4,5}[0-9]{3}$", r.Code));
    }

    private static int LineOf(TemporaryPack pack, Breakage breakage) => pack.LineOf(breakage.File, breakage.Sign!);
}
