using Cairn.Staff.Roles;

namespace Cairn.Staff.Console;

/// <summary>What stands around every page of the console.</summary>
/// <param name="Who">Null on the pages that lead in.</param>
/// <param name="FormToken">The antiforgery token; every form holds it (<c>FormToken</c>).</param>
/// <param name="Path">The page's own address, to mark it in the navigation.</param>
/// <param name="Notice">One sentence about what has just been done, or null.</param>
/// <param name="Demonstration">True while the site shows a demonstration.</param>
public sealed record ConsoleFrame(
    SignedIn? Who,
    string FormToken,
    string Path,
    string Stylesheet,
    string ConsoleStylesheet,
    string Script,
    string Icon,
    string CampaignName,
    bool Demonstration,
    string? Notice);

/// <summary>A script that belongs to one page.</summary>
/// <param name="Integrity">For example <c>sha384-…</c>: the browser runs these bytes or none.</param>
public sealed record OwnScript(string Path, string Integrity);
