using System.Text;
using Cairn.Bench.Terms;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Tests.Moment.Terms;

/// <summary>What a sealed list gives away, and what is refused.</summary>
public sealed class SealedFileTests
{
    private static readonly byte[] Small = Lists.Seal("blorptang\nzint vulk\taction=block\n!vulk museum\ndrem + plin");

    [Fact]
    public void No_word_of_a_large_list_can_be_read_in_the_file()
    {
        var file = Lists.Seal(string.Join('\n', LargeOnes.Work.Terms), options: new(Typos: true));
        var words = LargeOnes.Work.Terms.SelectMany(t => t.Split(' ')).Where(w => w.Length >= 7).Distinct().ToList();
        var forms = words.Concat(words.Select(w => Cairn.Moment.Terms.Matching.Normal.Form(w))).Distinct();

        var needles = forms.SelectMany(w => new[] { Encoding.UTF8.GetBytes(w), Encoding.Unicode.GetBytes(w) }).ToLookup(n => BitConverter.ToUInt32(n));
        var hits = Enumerable.Range(0, file.Length - 4).Sum(at => needles[BitConverter.ToUInt32(file, at)].Count(n => file.AsSpan(at).StartsWith(n)));

        Assert.True(words.Count > 10_000);
        Assert.Equal(0, hits);
    }

    [Fact]
    public void A_sealed_list_is_small_and_opens_fast()
    {
        var file = Lists.Seal(string.Join('\n', LargeOnes.Work.Terms));
        using var place = new TemporaryFolder();
        var path = place.PathOf("terms");
        File.WriteAllBytes(path, file);
        SealedTerms.Open(path, Lists.Key).Dispose();

        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var terms = SealedTerms.Open(path, Lists.Key);
        clock.Stop();

        Console.WriteLine(FormattableString.Invariant($"> terms: {file.Length / 1e5:F2} bytes an entry of 100,000, opened in {clock.Elapsed.TotalMilliseconds:F1} ms"));
        Assert.Equal(100_000, terms.Entries);
        Assert.True(file.Length <= 16 * 100_000);
        // Ten milliseconds on a machine of its own; tests share theirs.
        Assert.True(clock.Elapsed.TotalMilliseconds < 200);
    }

    [Fact]
    public void The_same_list_under_the_same_key_is_the_same_file_and_another_list_shares_no_tag_with_it()
    {
        var again = Lists.Seal("blorptang\nzint vulk\taction=block\n!vulk museum\ndrem + plin");
        var other = Lists.Seal("blorptang\nzint vulk");
        var otherKey = Lists.Seal("blorptang\nzint vulk\taction=block\n!vulk museum\ndrem + plin", TermKey.Make());

        Assert.Equal(Small, again);
        Assert.NotEqual(Small.AsSpan(64, 16).ToArray(), other.AsSpan(64, 16).ToArray());
        Assert.NotEqual(Small.AsSpan(64, 16).ToArray(), otherKey.AsSpan(64, 16).ToArray());
    }

    [Fact]
    public void Another_key_is_refused()
    {
        var refused = Assert.Throws<MomentException>(() => SealedTerms.Read(Small, TermKey.Make()));

        Assert.Contains("another key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_bit_is_refused_wherever_it_is()
    {
        var sound = Enumerable.Range(0, Small.Length).Where(at =>
        {
            var changed = Small.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            return IsRead(changed);
        });

        Assert.Empty(sound);
    }

    [Fact]
    public void A_file_of_any_other_length_is_refused()
    {
        var sound = Enumerable.Range(0, Small.Length).Where(length => IsRead(Small[..length])).ToList();

        Assert.Empty(sound);
        Assert.False(IsRead([.. Small, 0]));
    }

    [Fact]
    public void A_file_that_is_something_else_or_from_the_future_says_so()
    {
        byte[] future = [.. Small];
        future[8] = 2;

        var other = Assert.Throws<MomentException>(() => SealedTerms.Read(Encoding.UTF8.GetBytes(new string('x', 5000)), Lists.Key));
        var later = Assert.Throws<MomentException>(() => SealedTerms.Read(future, Lists.Key));
        var empty = Assert.Throws<MomentException>(() => SealedTerms.Read(ReadOnlyMemory<byte>.Empty, Lists.Key));

        Assert.Contains("not a sealed list", other.Message, StringComparison.Ordinal);
        Assert.Contains("later version", later.Message, StringComparison.Ordinal);
        Assert.Contains("not a sealed list", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_can_be_let_go_of_while_it_is_searched()
    {
        var file = Lists.Seal("blorptang");
        using var place = new TemporaryFolder();
        File.WriteAllBytes(place.PathOf("terms"), file);

        Parallel.For(0, 200, _ =>
        {
            using var terms = SealedTerms.Open(place.PathOf("terms"), Lists.Key);
            var other = Task.Run(() =>
            {
                try
                {
                    for (var i = 0; i < 1000; i++)
                        terms.Match("a blorptang");
                }
                catch (ObjectDisposedException)
                {
                    // Let go of between two texts.
                }
            });
            terms.Dispose();
            GC.Collect(0);
            other.Wait();
        });
    }

    /// <summary>Read, or refused in one sentence; anything else is a fault.</summary>
    private static bool IsRead(byte[] file)
    {
        try
        {
            SealedTerms.Read(file, Lists.Key).Dispose();
            return true;
        }
        catch (MomentException)
        {
            return false;
        }
    }
}
