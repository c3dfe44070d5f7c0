using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Cairn.Moment.Terms.Matching;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms;

/// <summary>A sealed list, opened with its key. Immutable and safe to use from many threads; <see cref="Match"/> allocates nothing.</summary>
public sealed class SealedTerms : IDisposable
{
    private SealedList? list;

    private SealedTerms(SealedList list)
    {
        this.list = list;
        Entries = list.Layout.Entries;
    }

    /// <summary>How many entries the list holds, exceptions included.</summary>
    public int Entries { get; }

    /// <summary>Maps the file into memory and checks it.</summary>
    /// <exception cref="MomentException">No such file, not a sealed list, damaged, cut short, of a later version, or sealed under another key; says which.</exception>
    public static SealedTerms Open(string path, TermKey key)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (file.Length < SealedLayout.HeaderLength)
                throw Start(file);
            return Open(Mapping.Of(file), key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new MomentException($"The sealed list '{path}' could not be read: check its name and that this account may read it.", e);
        }
    }

    /// <summary>The same for a list that is in memory already, such as one that travelled in a bundle. The bytes must not change afterwards.</summary>
    /// <exception cref="MomentException">As for <see cref="Open(string, TermKey)"/>.</exception>
    public static SealedTerms Read(ReadOnlyMemory<byte> file, TermKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return file.Length < SealedLayout.HeaderLength ? throw Start(file.Span) : Open(Mapping.Of(file), key);
    }

    /// <summary>The strongest action among the entries that match, <see cref="TermAction.None"/> when none does or an exception calms them.</summary>
    /// <param name="text">Any UTF-16 text, also broken.</param>
    [SkipLocalsInit]
    public unsafe TermAction Match(ReadOnlySpan<char> text)
    {
        var list = this.list;
        ObjectDisposedException.ThrowIf(list is null, this);
        var parts = stackalloc Part[Parts.Room];
        var search = new Search(list, new(parts));
        var action = search.In(text);
        list.KeepAlive();
        return action;
    }

    /// <summary>Lets go of the list. Its memory is given back when the last search that is under way has ended.</summary>
    public void Dispose() => list = null;

    private static unsafe SealedTerms Open(Mapping mapping, TermKey key)
    {
        var file = new ReadOnlySpan<byte>(mapping.Bytes, (int)Math.Min(mapping.Length, int.MaxValue));
        if (!file.StartsWith(SealedLayout.Magic))
            throw Refusals.NotAList();
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[SealedLayout.Magic.Length..]);
        if (version != SealedLayout.Version)
            throw version > SealedLayout.Version ? Refusals.LaterVersion(version) : Refusals.NotAList();
        var layout = SealedLayout.Read(file);
        if (!layout.IsSound || layout.FileLength != mapping.Length)
            throw Refusals.CutShort();
        var salt = file.Slice(SealedLayout.SaltAt, SealedLayout.SaltLength);
        if (!CryptographicOperations.FixedTimeEquals(Seals.Check(key, salt), file.Slice(SealedLayout.CheckAt, SealedLayout.CheckLength)))
            throw Refusals.OtherKey();
        if (!CryptographicOperations.FixedTimeEquals(Seals.Mac(key, file[..(int)layout.MacAt]), file.Slice((int)layout.MacAt, SealedLayout.MacLength)))
            throw Refusals.Damaged();
        return new(new(mapping.Bytes, mapping, layout, new(key, salt)));
    }

    // Shorter than a header: a list that was cut, or something else.
    private static MomentException Start(ReadOnlySpan<byte> start) =>
        start.Length > 0 && SealedLayout.Magic.StartsWith(start[..Math.Min(start.Length, SealedLayout.Magic.Length)]) ? Refusals.CutShort() : Refusals.NotAList();

    private static MomentException Start(FileStream file)
    {
        Span<byte> start = stackalloc byte[SealedLayout.HeaderLength];
        return Start(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }
}
