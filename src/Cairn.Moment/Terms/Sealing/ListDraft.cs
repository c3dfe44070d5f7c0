using System.Runtime.InteropServices;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>A list while it is sealed: entries become tags, then the filter and the table are laid out, then everything is authenticated.</summary>
internal sealed class ListDraft : IDisposable
{
    // Windows that are in no list pass the filter about once in two hundred.
    private const int FilterBitsPerEntry = 16;

    private readonly PlainLines lines;
    private readonly TermKey key;
    private readonly SealingOptions options;
    private readonly ListKeys keys;
    private readonly TermReader reader;
    private readonly List<Record> records = [];
    private readonly uint[] follow = new uint[LetterModel.Length];
    private int longest, words, shortest = int.MaxValue, largest;
    private bool exceptions;

    public ListDraft(PlainLines lines, TermKey key, SealingOptions options)
    {
        (this.lines, this.key, this.options) = (lines, key, options);
        keys = new(key, lines.Salt);
        reader = new(keys);
    }

    public SealingReport Write(Stream file)
    {
        foreach (var entry in lines.Entries())
            Take(entry);

        var model = LetterModel.Of(follow);
        var thresholds = new Thresholds(model, reader).Find(lines);
        var (around, typos) = options.Typos ? TypoFilter.Of(lines, reader, keys) : ([], []);
        // Once to find out which lines say the same, once as large as the list truly is.
        var (kept, entries, doubled) = Distinct();
        var layout = new SealedLayout(entries, SlotsFor(kept.Count), WordsFor(kept.Count(r => r.Remark.Kind != EntryKind.Combination)), around.Length, typos.Length, longest, words, shortest, largest, exceptions);
        if (!layout.IsSound)
            throw new MomentException("The list is too long to be sealed in one file: part it.");

        var sealedBytes = new byte[layout.FileLength];
        layout.Write(sealedBytes);
        lines.Salt.CopyTo(sealedBytes, SealedLayout.SaltAt);
        Seals.Check(key, lines.Salt).CopyTo(sealedBytes, SealedLayout.CheckAt);
        MemoryMarshal.AsBytes<short>(thresholds).CopyTo(sealedBytes.AsSpan(SealedLayout.ThresholdsAt));
        keys.Cover(model);
        model.CopyTo(sealedBytes, (int)layout.ModelAt);
        LayOut(kept, layout, sealedBytes);
        MemoryMarshal.AsBytes<ulong>(around).CopyTo(sealedBytes.AsSpan((int)layout.AroundAt));
        MemoryMarshal.AsBytes<ulong>(typos).CopyTo(sealedBytes.AsSpan((int)layout.TyposAt));
        Seals.Mac(key, sealedBytes.AsSpan(0, (int)layout.MacAt)).CopyTo(sealedBytes, (int)layout.MacAt);
        file.Write(sealedBytes);
        return new(entries, doubled);
    }

    public void Dispose() => keys.Dispose();

    private static int SlotsFor(int records) => (int)Math.Min(int.MaxValue, (records * 4L + 2) / 3 + 1);

    private static int WordsFor(int windows) => (int)((windows * (long)FilterBitsPerEntry + 63) / 64);

    private void Take(PlainEntry entry)
    {
        ulong tags = 0;
        foreach (var part in entry.Parts)
        {
            var read = reader.Read(part, entry.Line);
            var kind = entry.IsException ? EntryKind.Exception : entry.Parts.Count > 1 ? EntryKind.Part : EntryKind.Phrase;
            records.Add(new(read.Rolling, new(kind, kind == EntryKind.Phrase ? entry.Action : TermAction.Warn, read.Spelling, read.Spacing)));
            tags += keys.Tag.Of(read.Rolling);
            (longest, words, shortest) = (Math.Max(longest, read.Symbols), Math.Max(words, read.Words), Math.Min(shortest, read.Symbols));
            foreach (var word in reader.Words)
                LearnFrom(word);
        }

        exceptions |= entry.IsException;
        largest = Math.Max(largest, entry.Parts.Count);
        if (entry.Parts.Count > 1)
            records.Add(new(SealedList.Combine(tags), new(EntryKind.Combination, entry.Action, 0, 0)));
    }

    private void LearnFrom(byte[] word)
    {
        int before = 0, last = 0;
        foreach (var letter in word)
        {
            follow[LetterModel.At(before, last, letter)]++;
            (before, last) = (last, letter);
        }

        follow[LetterModel.At(before, last, 0)]++;
    }

    /// <summary>Of entries that say the same the first stays, with the strongest action.</summary>
    private (List<Record> Kept, int Entries, int Doubled) Distinct()
    {
        var known = new Dictionary<(ulong, uint), int>(records.Count);
        var kept = new List<Record>(records.Count);
        int entries = 0, doubled = 0;
        foreach (var record in records)
        {
            if (known.TryAdd((record.Rolling, record.Remark.Bits & ~4u), kept.Count))
            {
                kept.Add(record);
                entries += record.Remark.Kind == EntryKind.Part ? 0 : 1;
                continue;
            }

            doubled += record.Remark.Kind == EntryKind.Part ? 0 : 1;
            var at = known[(record.Rolling, record.Remark.Bits & ~4u)];
            kept[at] = kept[at] with { Remark = new(kept[at].Remark.Bits | record.Remark.Bits) };
        }

        return (kept, entries, doubled);
    }

    private void LayOut(List<Record> kept, SealedLayout layout, Span<byte> file)
    {
        var filter = MemoryMarshal.Cast<byte, ulong>(file.Slice((int)layout.BloomAt, layout.BloomWords * 8));
        var slots = file.Slice((int)layout.SlotsAt, layout.Slots * SealedLayout.SlotLength);
        foreach (var (rolling, remark) in kept)
        {
            if (remark.Kind != EntryKind.Combination)
                Filter.Add(filter, rolling);
            var tag = keys.Tag.Of(rolling);
            var at = Slot.Home(tag, layout.Slots);
            while (!Slot.IsEmpty(slots, at))
                at = at + 1 == layout.Slots ? 0 : at + 1;
            Slot.Write(slots, at, Slot.Kept(tag), remark.Bits ^ Slot.Veil(keys, rolling));
        }
    }

    private readonly record struct Record(ulong Rolling, Remark Remark);
}
