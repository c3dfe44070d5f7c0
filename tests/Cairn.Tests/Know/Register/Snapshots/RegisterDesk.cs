using System.Net;
using System.Text;
using Cairn.Know.Register.Snapshots;
using Cairn.Staff.Audit;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>What an analyst and an approver do with tables of a running server, over its console.</summary>
internal static class RegisterDesk
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static SnapshotFacts Facts(string asOf, string series = "register", bool invented = true) =>
        new(series, "People on the register", asOf, "Invented for a test", null, "Nobody", "people on the register on that day", "Invented counts.", invented);

    /// <returns>The snapshot's id.</returns>
    internal static async Task<string> Read(RunningCairn cairn, string table, SnapshotFacts facts)
    {
        var read = await cairn.Services.GetRequiredService<SnapshotBook>().Read(Encoding.UTF8.GetBytes(table), null, facts, Actor.CommandLine, Stop);
        Assert.Empty(read.Refusals);
        Assert.Null(read.Table!.Hindrance);
        return read.Id!;
    }

    /// <summary>Protected with blanks below ten, with a name put to it, and published by the other.</summary>
    /// <returns>What the last answer said.</returns>
    internal static async Task<HttpStatusCode> Publish(RunningCairn cairn, Colleague analyst, Colleague approver, string id)
    {
        await Acts(analyst, id, "protect", ("way", "blanks"), ("threshold", "10"));
        await Acts(analyst, id, "submit");
        return await Acts(approver, id, "publish", ("revision", await Revision(cairn, id)));
    }

    internal static async Task<HttpStatusCode> Acts(Colleague who, string id, string act, params (string, string)[] fields)
    {
        using var answer = await who.Posts($"/console/register/{id}/{act}", fields);
        return answer.StatusCode;
    }

    internal static async Task<string> Revision(RunningCairn cairn, string id) => (await cairn.Services.GetRequiredService<SnapshotBook>().Find(id, Stop))!.Revision;
}
