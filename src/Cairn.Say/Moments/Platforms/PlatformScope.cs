namespace Cairn.Say.Moments.Platforms;

/// <summary>What a token opens.</summary>
[Flags]
internal enum PlatformScope
{
    None = 0,

    /// <summary>Ask about moments and tell outcomes.</summary>
    Moments = 1,

    /// <summary>Report what a sidecar counted.</summary>
    Counts = 2,

    /// <summary>Fetch the bundle that a sidecar decides with.</summary>
    Bundles = 4,

    All = Moments | Counts | Bundles,
}

internal static class PlatformScopes
{
    private static readonly (PlatformScope Scope, string Word)[] Words =
        [(PlatformScope.Moments, "moments"), (PlatformScope.Counts, "counts"), (PlatformScope.Bundles, "bundles")];

    /// <summary>As given on the command line and kept, such as <c>moments,counts</c>.</summary>
    public static string Text(this PlatformScope scopes) => string.Join(',', Words.Where(w => scopes.HasFlag(w.Scope)).Select(w => w.Word));

    /// <summary>Null when a word is not known or none is there.</summary>
    public static PlatformScope? Parse(string text)
    {
        var scopes = PlatformScope.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var known = Array.Find(Words, w => w.Word == word).Scope;
            if (known == PlatformScope.None)
                return null;
            scopes |= known;
        }

        return scopes;
    }
}
