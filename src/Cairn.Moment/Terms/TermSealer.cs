using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms;

/// <summary>Makes a sealed list of a plain one.</summary>
public static class TermSealer
{
    /// <summary>Reads entries one a line (<c>word word</c> in sequence, <c>word + word</c> in any order, <c>!word word</c> an exception, each optionally followed by a
    /// tab and <c>action=warn</c> or <c>action=block</c>; blank lines and lines that start with <c>#</c> are passed over) and writes the sealed form.</summary>
    /// <param name="list">UTF-8, read once, from front to end.</param>
    /// <param name="progress">Told the bytes read so far, now and then; may be null.</param>
    /// <exception cref="MomentException">Names the line that cannot be sealed, without repeating it. Nothing has been written then.</exception>
    /// <param name="options">What the sealed list shall be able to find; null for all but typos.</param>
    /// <remarks>The same list under the same key is sealed into the same bytes. Needs the size of the list and about 64 bytes an entry of memory.</remarks>
    public static SealingReport Seal(Stream list, TermKey key, Stream file, IProgress<long>? progress = null, SealingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(file);
        using var lines = PlainLines.Read(list, key, progress);
        using var draft = new ListDraft(lines, key, options ?? SealingOptions.Default);
        return draft.Write(file);
    }
}

/// <param name="Entries">Sealed.</param>
/// <param name="Doubled">Lines left out because they say the same as an earlier one once normalised.</param>
public sealed record SealingReport(int Entries, int Doubled);

/// <param name="Typos">Find phrases of eight letters and more with one letter wrong. Costs about 35 bytes an entry, and a second look at every text in which nothing was found.</param>
public sealed record SealingOptions(bool Typos)
{
    public static SealingOptions Default { get; } = new(Typos: false);
}
