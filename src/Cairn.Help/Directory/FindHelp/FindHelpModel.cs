using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Components;

namespace Cairn.Help.Directory.FindHelp;

/// <summary>Everything the page draws.</summary>
/// <param name="Body">What the campaign's own page adds under the results, or null.</param>
public sealed record FindHelpModel(
    Frame Frame,
    DirectoryWords Words,
    IReadOnlyList<FilterChoice> Who,
    IReadOnlyList<FilterChoice> Nations,
    IReadOnlyList<ServiceCardModel> Doors,
    string? Meanwhile,
    RenderFragment? Body)
{
    public string Address => $"/{Frame.Language.Code}/find-help";
}

/// <param name="Value">Word in the address; empty for "anyone".</param>
public sealed record FilterChoice(string Value, string Label, bool Chosen);
