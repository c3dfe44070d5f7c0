using System.Security.Cryptography;
using System.Text.Json;
using Cairn.Moment.Terms;

namespace Cairn.Moment.Bundles;

/// <summary>A campaign's messages and ways to help, and perhaps a sealed list, signed as one file. Immutable.</summary>
public sealed class Bundle
{
    private readonly ReadOnlyMemory<byte> terms;

    private Bundle(BundleContent content, ReadOnlyMemory<byte> terms, string tag) => (Content, this.terms, Tag) = (content, terms, tag);

    internal BundleContent Content { get; }

    /// <summary>SHA-256 of what was signed, as hexadecimal digits: two files with the same tag say the same.</summary>
    public string Tag { get; }

    public string Campaign => Content.Campaign;

    /// <summary>SHA-256 of the campaign's revision, 64 hexadecimal digits.</summary>
    public string Revision => Content.Revision;

    public DateTimeOffset Issued => DateTimeOffset.FromUnixTimeMilliseconds(Content.Issued);

    /// <summary>From this instant on it is out of date and must be replaced.</summary>
    public DateTimeOffset Expires => DateTimeOffset.FromUnixTimeMilliseconds(Content.Expires);

    /// <summary>True when a sealed list travels inside.</summary>
    public bool HasTerms => !terms.IsEmpty;

    /// <summary>Opens the list inside; null when there is none.</summary>
    /// <exception cref="MomentException">The list cannot be used with this key; says why.</exception>
    public SealedTerms? OpenTerms(TermKey key) => HasTerms ? SealedTerms.Read(terms, key) : null;

    /// <summary>Reads a bundle's file and checks its signature, its version and that it is whole. Whether it is still in date is for <see cref="CheckClock"/>.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo of an ECDSA P-256 key.</param>
    /// <exception cref="MomentException">Not a bundle, cut short, of a later version, or not signed by this key; says which.</exception>
    public static Bundle Read(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> publicKey)
    {
        var parts = BundleFile.Open(file, publicKey);
        return new(Parse(parts.Json.Span), parts.Terms, parts.Tag);
    }

    /// <summary>A bundle that was made here and needs no signature.</summary>
    /// <exception cref="MomentException">It breaks a rule that every bundle keeps, such as a message for an adult.</exception>
    internal static Bundle Of(BundleContent content, ReadOnlyMemory<byte> terms = default)
    {
        try
        {
            return new(BundleRules.Check(content), terms, BundleFile.TagOf(JsonSerializer.SerializeToUtf8Bytes(content, BundleJson.Default.BundleContent), terms.Span));
        }
        catch (JsonException e)
        {
            throw new MomentException("The campaign is not made for warnings: it needs a message to an adult, one that does not speak of the law, and a page with ways to help.", e);
        }
    }

    /// <summary>The file: what <see cref="Read"/> takes.</summary>
    internal byte[] Write(ECDsa key) => BundleFile.Write(JsonSerializer.SerializeToUtf8Bytes(Content, BundleJson.Default.BundleContent), terms.Span, key);

    /// <summary>Refuses a bundle that may not come into force now.</summary>
    /// <param name="inForce">The one it would replace; null for none.</param>
    /// <exception cref="MomentException">Out of date, issued in the future, issued before the one in force, or of another campaign; says which.</exception>
    public void CheckClock(DateTimeOffset now, Bundle? inForce)
    {
        if (Expires <= now)
            throw new MomentException($"The bundle ran out on {Expires:yyyy-MM-dd HH:mm} UTC. Fetch or build a new one.");
        if (Issued > now + BundleFile.ClockSlack)
            throw new MomentException($"The bundle says it was made on {Issued:yyyy-MM-dd HH:mm} UTC, which is still to come. Set the clock of this machine, or of the one that made it.");
        if (inForce is null)
            return;
        if (Campaign != inForce.Campaign)
            throw new MomentException("The bundle is of another campaign than the one in force.");
        if (Issued < inForce.Issued)
            throw new MomentException($"The bundle was made on {Issued:yyyy-MM-dd HH:mm} UTC, before the one in force: an older bundle never replaces a newer one.");
    }

    private static BundleContent Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return BundleRules.Check(JsonSerializer.Deserialize(json, BundleJson.Default.BundleContent) ?? throw new JsonException());
        }
        catch (JsonException e)
        {
            throw new MomentException("The bundle is signed but not made as this version reads it. Build it again with this version.", e);
        }
    }
}
