namespace Cairn.Moment.Terms;

/// <summary>A sealed list, opened with its key. Immutable and safe to use from many threads; <see cref="Match"/> allocates nothing.</summary>
public sealed class SealedTerms : IDisposable
{
    private SealedTerms(int entries) => Entries = entries;

    /// <summary>How many entries the list holds, exceptions included.</summary>
    public int Entries { get; }

    /// <summary>Maps the file into memory and checks it.</summary>
    /// <exception cref="MomentException">No such file, not a sealed list, damaged, cut short, of a later version, or sealed under another key; says which.</exception>
    public static SealedTerms Open(string path, TermKey key) => throw new NotImplementedException(path);

    /// <summary>The same for a list that is in memory already, such as one that travelled in a bundle. The bytes must not change afterwards.</summary>
    /// <exception cref="MomentException">As for <see cref="Open"/>.</exception>
    public static SealedTerms Read(ReadOnlyMemory<byte> file, TermKey key) => throw new NotImplementedException();

    /// <summary>The strongest action among the entries that match, <see cref="TermAction.None"/> when none does or an exception calms them.</summary>
    /// <param name="text">Any UTF-16 text, also broken.</param>
    public TermAction Match(ReadOnlySpan<char> text) => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
