using System.Text;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Tests.Moment.Terms;

public sealed class SealingTests
{
    [Fact]
    public void Comments_blank_lines_and_doubled_entries_are_left_out()
    {
        var file = new MemoryStream();

        var report = TermSealer.Seal(
            new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF# a comment\r\nblorptang\r\n\r\n  \t\nBLORPTANG\nblorp tang\nvulk + drem\ndrem + vulk\n")), Lists.Key, file);

        Assert.Equal(new SealingReport(Entries: 3, Doubled: 2), report);
    }

    [Fact]
    public void A_doubled_entry_leaves_its_stronger_action()
    {
        using var terms = Lists.Of("blorptang", "blorptang\taction=block");

        var action = terms.Match("blorptang");

        Assert.Equal(TermAction.Block, action);
    }

    [Theory]
    [InlineData("blorptang\n...", "Line 2")]
    [InlineData("blorptang\nzint\taction=shout", "Line 2")]
    [InlineData("blorptang\n!zint\taction=warn", "Line 2")]
    [InlineData("blorptang\n\nzint + ", "Line 3")]
    [InlineData("zint + vulk + drem + plin", "Line 1")]
    [InlineData("!", "Line 1")]
    [InlineData("", "no entry")]
    [InlineData("# only a comment\n\n", "no entry")]
    public void What_cannot_be_sealed_is_named_by_its_line_and_never_repeated(string list, string said)
    {
        var refused = Assert.Throws<MomentException>(() => Lists.Seal(list));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("zint", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shout", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    [InlineData(200_000, true)]
    public void A_line_over_four_kilobytes_is_refused(int length, bool refused)
    {
        var list = "blorptang\n#" + new string('x', length - 1) + "\n";

        var fault = Record.Exception(() => Lists.Seal(list));

        Assert.Equal(refused, fault is MomentException e && e.Message.Contains("Line 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_and_nothing_is_written()
    {
        var file = new MemoryStream();

        var refused = Assert.Throws<MomentException>(() => TermSealer.Seal(new MemoryStream([.. "blorptang\n"u8, 0xC3, 0x28, (byte)'\n']), Lists.Key, file));

        Assert.Contains("Line 2", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void A_key_is_written_once_for_its_owner_alone_and_read_back()
    {
        using var place = new TemporaryFolder();
        var path = place.PathOf("key");
        var key = TermKey.Make();

        key.Write(path);
        var again = Assert.Throws<MomentException>(() => TermKey.Make().Write(path));
        var read = TermKey.Read(path);

        Assert.Contains("never overwritten", again.Message, StringComparison.Ordinal);
        Assert.Equal(Lists.Seal("blorptang", key), Lists.Seal("blorptang", read));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cairn-terms-key-1 ")]
    [InlineData("cairn-terms-key-1 AAAA")]
    [InlineData("cairn-terms-key-2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("something else that is long enough to hold a whole key of terms in it if it were one, but it is not")]
    public void What_is_no_key_is_refused_without_being_repeated(string content)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.PathOf("key"), content);

        var refused = Assert.Throws<MomentException>(() => TermKey.Read(place.PathOf("key")));
        var missing = Assert.Throws<MomentException>(() => TermKey.Read(place.PathOf("none")));

        Assert.Contains("not a key of terms", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
        Assert.Contains("could not be read", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_tells_how_far_it_is()
    {
        var told = new List<long>();
        var list = Encoding.UTF8.GetBytes(string.Join('\n', LargeOnes.Work.Terms));

        TermSealer.Seal(new MemoryStream(list), Lists.Key, new MemoryStream(), new Told(told));

        Assert.True(told.Count > 10);
        Assert.Equal(told.Order(), told);
        Assert.Equal(list.Length, told[^1]);
    }

    private sealed class Told(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
