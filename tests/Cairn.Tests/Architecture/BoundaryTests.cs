using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Tests.Architecture;

/// <summary>What the compiler cannot see. Change one of these and break it on purpose once, to see it fail.</summary>
public sealed partial class BoundaryTests
{
    // Say gives; Help and Know never ask.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Cairn.Foundation"] = [],
        ["Cairn.Know"] = ["Cairn.Foundation", "Cairn.Staff"],
        ["Cairn.Staff"] = ["Cairn.Foundation"],
        ["Cairn.Help"] = ["Cairn.Foundation", "Cairn.Know", "Cairn.Staff"],
        ["Cairn.Say"] = ["Cairn.Foundation", "Cairn.Help", "Cairn.Know", "Cairn.Moment", "Cairn.Staff"],
        ["Cairn.Moment"] = [],
        ["Cairn.Sidecar"] = ["Cairn.Moment"],
        ["Cairn.Migrations.Sqlite"] = ["Cairn.Foundation", "Cairn.Help", "Cairn.Know", "Cairn.Say", "Cairn.Staff"],
        ["Cairn.Migrations.Postgres"] = ["Cairn.Foundation", "Cairn.Help", "Cairn.Know", "Cairn.Say", "Cairn.Staff"],
        ["Cairn"] = ["Cairn.Foundation", "Cairn.Help", "Cairn.Know", "Cairn.Migrations.Postgres", "Cairn.Migrations.Sqlite", "Cairn.Say", "Cairn.Staff"],
    };

    // A name that says what kind of thing is inside, not which feature.
    private static readonly string[] Drawers = ["Services", "Models", "Helpers", "Utils", "Utilities", "Common", "Shared", "Misc", "Manager", "Managers"];

    private static readonly string[] Modules = ["say", "help", "know", "staff"];

    public static TheoryData<string> Projects => [.. SourceTree.Ending(".csproj").Where(f => f.StartsWith("src/", StringComparison.Ordinal))];

    public static TheoryData<string> Contexts => [.. ModuleContexts().Select(t => t.Name)];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_along_the_arrows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        var references = XDocument.Parse(SourceTree.Read(project)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.True(Arrows.TryGetValue(name, out var allowed), $"{name} has no place in the arrows of docs/architecture.md.");
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Parse(SourceTree.Read("Cairn.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);

        var missing = SourceTree.Ending(".csproj").Where(f => !f.StartsWith("bench/", StringComparison.Ordinal)).Except(listed);

        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Contexts))]
    public void A_table_is_named_after_its_owner(string context)
    {
        var type = ModuleContexts().Single(t => t.Name == context);
        var module = context[..^"Db".Length].ToLowerInvariant();

        using var db = Open(type, module);
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).ToList();

        Assert.Equal(module, db.Module);
        Assert.NotEmpty(tables);
        Assert.All(tables, t => Assert.StartsWith(module + "_", t, StringComparison.Ordinal));
        Assert.All(tables, t => Assert.Matches("^[a-z0-9_]+$", t));
    }

    [Fact]
    public void A_module_writes_only_its_own_tables_into_its_statements()
    {
        var strangers =
            from module in Modules
            from file in SourceTree.Ending(".cs").Where(f => f.StartsWith($"src/Cairn.{char.ToUpperInvariant(module[0])}{module[1..]}/", StringComparison.Ordinal))
            from Match statement in Statement().Matches(SourceTree.Read(file))
            where statement.Groups["owner"].Value != module
            select $"{file}: {statement.Value}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void A_folder_is_named_after_a_feature()
    {
        var folders = SourceTree.Files.Where(IsCode).SelectMany(f => f.Split('/')[..^1].Select(part => (File: f, Folder: part)));

        Assert.DoesNotContain(folders, f => Drawers.Contains(f.Folder, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_type_is_not_named_after_its_kind()
    {
        var types = ProgramAssemblies().SelectMany(a => a.GetTypes()).Where(t => !t.Name.Contains('<') && t.Namespace?.StartsWith("Cairn", StringComparison.Ordinal) == true);

        var named_after_kind = types.Select(t => t.FullName!).Where(n => KindName().IsMatch(n)).ToList();

        Assert.Empty(named_after_kind);
    }

    [Fact]
    public void A_source_file_holds_one_idea()
    {
        var long_ones = SourceTree.Files.Where(IsCode).Where(f => !IsGenerated(f)).Where(f => SourceTree.Lines(f).Length > 400);

        Assert.Empty(long_ones);
    }

    [Fact]
    public void No_page_holds_a_script_or_draws_raw_markup()
    {
        var pages = SourceTree.Ending(".razor").Where(f => f.StartsWith("src/", StringComparison.Ordinal)).ToList();

        // The console's frame names the console's script, and that of the helpline's desk by its hash; no page of the site has any.
        const string Frame = "src/Cairn.Staff/Console/ConsoleShell.razor";
        const string OneScript = """<script type="module" src="@Frame.Script"></script>""";
        const string ByItsHash = """<script type="module" src="@own.Path" integrity="@own.Integrity"></script>""";
        var scripted = pages.Where(f => Scripted().IsMatch(f == Frame ? SourceTree.Read(f).Replace(OneScript, "", StringComparison.Ordinal).Replace(ByItsHash, "", StringComparison.Ordinal) : SourceTree.Read(f)));

        Assert.NotEmpty(pages);
        Assert.Empty(scripted);
    }

    [Fact]
    public void No_test_is_skipped_and_nothing_is_left_unfinished()
    {
        var marks = new Regex("Skip" + """\s*=\s*"|Assert\.""" + "Skip|TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + "Exception");

        var unfinished = SourceTree.Files.Where(IsCode).SelectMany(f => SourceTree.Lines(f).Where(l => marks.IsMatch(l)).Select(l => $"{f}: {l.Trim()}"));

        Assert.Empty(unfinished);
    }

    [Fact]
    public void The_tree_names_no_package_host_and_no_ones_own_machine()
    {
        // In pieces, or this file would name them.
        string[] strangers = ["nuget" + ".org", "npmjs" + ".", "npmjs" + ".com", "yarnpkg" + ".com", "jsdelivr" + ".net", "unpkg" + ".com", "/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/"];

        var found =
            from file in SourceTree.Files
            where !IsBinary(file)
            let text = SourceTree.Read(file)
            from stranger in strangers
            where text.Contains(stranger, StringComparison.OrdinalIgnoreCase)
            select $"{file} names {stranger}";

        Assert.Empty(found);
    }

    [Fact]
    public void No_key_and_no_database_is_among_the_sources()
    {
        var kept = SourceTree.Ending(".pem", ".key", ".pfx", ".db", ".db-wal", ".sqlite", "migrate.lock");

        Assert.Empty(kept);
    }

    private static bool IsCode(string file) =>
        (file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal) || file.StartsWith("bench/", StringComparison.Ordinal))
        && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal));

    private static bool IsGenerated(string file) => file.StartsWith("src/Cairn.Migrations.", StringComparison.Ordinal);

    private static bool IsBinary(string file) => Path.GetExtension(file) is ".png" or ".woff2" or ".ttf" or ".otf" or ".pdf" or ".ico";

    private static Assembly[] ProgramAssemblies()
    {
        var program = typeof(Cairn.Foundation.Text.Language).Assembly;
        var names = SourceTree.Ending(".csproj").Where(f => f.StartsWith("src/", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet();
        var beside = Path.GetDirectoryName(program.Location)!;
        return [.. names.Select(n => Path.Combine(beside, n switch { "Cairn" => "cairn.dll", "Cairn.Sidecar" => "cairn-sidecar.dll", _ => n + ".dll" })).Where(File.Exists).Select(Assembly.LoadFrom)];
    }

    private static IEnumerable<Type> ModuleContexts() => ProgramAssemblies().SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DbContext)));

    private static ModuleDb Open(Type type, string module)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        new Database.Sqlite(Path.GetTempPath()).Configure(options, module, Durability.Normal);
        return (ModuleDb)Activator.CreateInstance(type, options.Options)!;
    }

    [GeneratedRegex(@"\b(?:INTO|FROM|UPDATE|JOIN|TABLE)\s+""?(?:\w+\.)?(?<owner>say|help|know|staff)_[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Dto|Impl)$")]
    private static partial Regex KindName();

    [GeneratedRegex(@"<script|MarkupString|\son[a-z]+\s*=|\s@on[a-z]+|javascript:|<iframe|<object|<embed|\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Scripted();
}
