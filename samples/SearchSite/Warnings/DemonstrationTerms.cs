using Cairn.Moment.Terms;

namespace SearchSite.Warnings;

/// <summary>The nonsense list, sealed under a key that was made a moment ago. A real site gets its list sealed, and the key by another way.</summary>
internal static class DemonstrationTerms
{
    public static SealedTerms Seal()
    {
        var key = TermKey.Make();
        using var list = new MemoryStream(SiteFiles.Read("demonstration-terms.txt"));
        using var file = new MemoryStream();
        TermSealer.Seal(list, key, file);
        return SealedTerms.Read(file.ToArray(), key);
    }
}
