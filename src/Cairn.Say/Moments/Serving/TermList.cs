using Cairn.Foundation.Storage;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Say.Moments.Serving;

/// <summary>The sealed list this server was started with, if any. It is read once: another list takes a start.</summary>
public sealed class TermList
{
    private TermList(SealedTerms? open, ReadOnlyMemory<byte> travelling) => (Open, Travelling) = (open, travelling);

    /// <summary>Null when this server cannot match text.</summary>
    internal SealedTerms? Open { get; }

    /// <summary>What goes into bundles; empty unless that is wanted.</summary>
    internal ReadOnlyMemory<byte> Travelling { get; }

    /// <exception cref="StorageException">The list or its key cannot be used; says which and what to do.</exception>
    internal static TermList Load(TermSettings settings)
    {
        if (settings.File is null)
        {
            return settings.Key is null && !settings.InBundle ? new(null, default)
                : throw new StorageException("CAIRN_TERMS_KEY or CAIRN_TERMS_IN_BUNDLE is set, but CAIRN_TERMS names no list. Name one, or unset both.");
        }

        try
        {
            var travelling = settings.InBundle ? BundleTerms.Read(settings.File) : default(ReadOnlyMemory<byte>);
            var open = settings.Key is null ? null
                : settings.InBundle ? SealedTerms.Read(travelling, TermKey.Read(settings.Key))
                : SealedTerms.Open(settings.File, TermKey.Read(settings.Key));
            return new(open, travelling);
        }
        catch (MomentException unusable)
        {
            throw new StorageException("CAIRN_TERMS: " + unusable.Message, unusable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"CAIRN_TERMS names '{settings.File}', which cannot be read. Check its name and that this account may read it.", e);
        }
    }
}

/// <summary>What the environment says of a sealed list.</summary>
/// <param name="File"><c>CAIRN_TERMS</c>, or null for none.</param>
/// <param name="Key"><c>CAIRN_TERMS_KEY</c>, or null: this server then matches no text.</param>
/// <param name="InBundle"><c>CAIRN_TERMS_IN_BUNDLE</c> is <c>true</c>: the list travels to sidecars. Off unless asked for, because whoever has a token for bundles then has the file.</param>
public sealed record TermSettings(string? File, string? Key, bool InBundle)
{
    public static TermSettings None { get; } = new(null, null, false);

    /// <exception cref="StorageException">A value is none that can be.</exception>
    public static TermSettings FromEnvironment() => new(
        Value("CAIRN_TERMS"),
        Value("CAIRN_TERMS_KEY"),
        Value("CAIRN_TERMS_IN_BUNDLE") switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new StorageException("CAIRN_TERMS_IN_BUNDLE is true or false."),
        });

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
