using SearchSite.Searching;
using SearchSite.Warnings;

namespace SearchSite.Pages;

/// <summary>One page of the site.</summary>
/// <param name="Exposure">Notices shown in this window so far. It travels in the form and ends with the window: no cookie, no account.</param>
/// <param name="After">Receipt of the last of them.</param>
internal sealed record SearchModel(SiteWords Words, string Query, IReadOnlyList<Found> Results, ShownNotice? Notice, int Exposure, string After);
