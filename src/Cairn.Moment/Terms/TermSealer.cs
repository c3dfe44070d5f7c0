namespace Cairn.Moment.Terms;

/// <summary>Makes a sealed list of a plain one.</summary>
public static class TermSealer
{
    /// <summary>Reads entries one a line (<c>word word</c> in sequence, <c>word + word</c> in any order, <c>!word word</c> an exception, each optionally followed by a
    /// tab and <c>action=warn</c> or <c>action=block</c>; blank lines and lines that start with <c>#</c> are passed over) and writes the sealed form.</summary>
    /// <param name="list">UTF-8, read once, from front to end.</param>
    /// <param name="progress">Told the bytes read so far, now and then; may be null.</param>
    /// <exception cref="MomentException">Names the line that cannot be sealed, without repeating it. Nothing has been written then.</exception>
    public static SealingReport Seal(Stream list, TermKey key, Stream file, IProgress<long>? progress = null) => throw new NotImplementedException();
}

/// <param name="Entries">Sealed.</param>
/// <param name="Doubled">Lines left out because they say the same as an earlier one once normalised.</param>
public sealed record SealingReport(int Entries, int Doubled);
