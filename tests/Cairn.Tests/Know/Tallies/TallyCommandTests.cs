using Cairn.Foundation.Text;
using Cairn.Know.Tallies;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Tallies;

public sealed class TallyCommandTests
{
    [Theory, EachDatabase]
    public async Task Counts_are_printed_for_programs(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var tally = program.GetRequiredService<Tally>();
        tally.Open(new Countable("rev1", ["home"], [Language.English], []));
        tally.Add(new("home", Language.English, "rev1"));
        await program.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TallyWriter>().Single().Write(TestContext.Current.CancellationToken);

        var printed = await CairnProcess.Run(database, "tally", "--data", database.Directory);
        var wrong = await CairnProcess.Run(database, "tally", "--days", "0");

        Assert.Equal((0, "event\tpage\tlanguage\trevision\taudience\tchannel\tnation\tviews\nview\thome\ten\trev1\t\t\t\t1\n", ""), printed);
        Assert.Equal((2, ""), (wrong.Exit, wrong.Output));
    }
}
