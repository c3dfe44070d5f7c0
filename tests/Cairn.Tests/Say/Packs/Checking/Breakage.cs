namespace Cairn.Tests.Say.Packs.Checking;

/// <summary>One way to break a pack, and what the check must say about it.</summary>
/// <param name="Sign">Words of the line the finding must point at; null for the first line of the file.</param>
/// <param name="Remedy">Words of what to do.</param>
internal sealed record Breakage(string Code, string Name, string File, string? Sign, string Remedy, Action<TemporaryPack> Break)
{
    /// <summary>A finding that a text report does not list and that keeps nothing from being published.</summary>
    public bool Note { get; init; }

    public bool Warning { get; init; }

    /// <summary>Other codes the same fault must bring with it.</summary>
    public string[] With { get; init; } = [];

    public override string ToString() => $"{Code} {Name}";
}

/// <summary>The table of breakages: at least one row a rule.</summary>
internal static partial class Breakages
{
    private const string Campaign = "campaign.yaml", Services = "services.yaml", Figures = "figures.yaml", Artwork = "artwork.yaml", Messages = "messages/en.yaml";
    private const string Yourself = "pages/en/yourself.md", Young = "pages/en/young-people.md", Parents = "pages/en/parents.md", Someone = "pages/en/someone-else.md";
    private const string Plain = "The plain words stand here.", ToAdult = "What you look at hurts a child.";

    public static IReadOnlyList<Breakage> All => [.. Files, .. Pages, .. Wordings, .. Claims, .. Ways, .. Looks, .. Pictures, .. MomentsOfRisk, .. Lines];

    private static Breakage Row(string code, string name, string file, string? sign, string remedy, Action<TemporaryPack> change) => new(code, name, file, sign, remedy, change);
}
