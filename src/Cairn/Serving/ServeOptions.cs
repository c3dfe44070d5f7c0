using Cairn.Say.Moments.Serving;

namespace Cairn.Serving;

/// <summary>What <c>cairn serve</c> was asked to do.</summary>
/// <param name="Urls">Addresses to listen on, separated by <c>;</c>; port 0 takes a free one.</param>
/// <param name="Data">Folder of the SQLite files; unused on PostgreSQL.</param>
/// <param name="Keyring">Folder of the keys, beside the data and never in it.</param>
/// <param name="Campaign">Folder published as a demonstration when nothing else is published, or null for none.</param>
/// <param name="Drafts">Also show draft translations; demonstrations only.</param>
/// <param name="Database">The value of <c>CAIRN_DATABASE</c>, or null for SQLite.</param>
/// <param name="Address">The value of <c>CAIRN_ADDRESS</c>, or null while there is none.</param>
/// <param name="Rehearse">Open the helpline with a desk that nobody can read.</param>
/// <param name="Terms">What <c>CAIRN_TERMS</c> and its like say of a sealed list; null for none.</param>
internal sealed record ServeOptions(string Urls, string Data, string Keyring, string? Campaign, bool Drafts, string? Database = null, string? Address = null, TermSettings? Terms = null, bool Rehearse = false)
{
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>The bundled campaign: beside the working directory in a checkout, beside the program when installed.</summary>
    public static string? BundledCampaign()
    {
        string[] places = [Environment.CurrentDirectory, AppContext.BaseDirectory];
        return places.Select(p => Path.Combine(p, "campaigns", "not-my-friend")).FirstOrDefault(Directory.Exists);
    }
}
