using System.Text;
using Cairn.Moment.Decisions;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class ReceiptTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, ReceiptKey.Length).Select(i => (byte)i)];

    private readonly KeptCounts counts = new();
    private readonly FakeTimeProvider time = new(SmallBundle.Now);

    [Fact]
    public void One_says_what_was_shown_and_nothing_else()
    {
        var text = Shown(Decider());

        Assert.True(Decider().TryReadReceipt(text, out var receipt));
        Assert.Equal(("young-one", MomentSurface.Page, 2, "en", SmallBundle.Revision), (receipt.Arm, receipt.Surface, receipt.Look, receipt.Language, receipt.Revision));
        Assert.Equal(SmallBundle.Now.ToUnixTimeSeconds() / 60, receipt.Minute);
        Assert.Equal(32, receipt.Id.Length);
    }

    [Fact]
    public void No_two_are_the_same()
    {
        var decider = Decider();

        var texts = Enumerable.Range(0, 1000).Select(_ => Encoding.ASCII.GetString(Shown(decider))).ToHashSet();

        Assert.Equal(1000, texts.Count);
    }

    [Fact]
    public void Whichever_bit_is_flipped_it_is_refused()
    {
        var text = Shown(Decider());
        var decider = Decider();
        var believed = new List<int>();

        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            text[bit / 8] ^= (byte)(1 << (bit % 8));
            if (decider.TryReadReceipt(text, out _))
                believed.Add(bit);
            text[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Empty(believed);
        Assert.True(decider.TryReadReceipt(text, out _));
    }

    [Fact]
    public void However_it_is_cut_or_grown_it_is_refused()
    {
        var text = Shown(Decider());
        var decider = Decider();

        Assert.All(Enumerable.Range(0, text.Length), length => Assert.False(decider.TryReadReceipt(text.AsSpan(0, length), out _)));
        Assert.All(new[] { "A", "=", " ", "\n", "AAAA" }, more => Assert.False(decider.TryReadReceipt([.. text, .. Encoding.ASCII.GetBytes(more)], out _)));
        Assert.All(new[] { " ", "\n", "A" }, before => Assert.False(decider.TryReadReceipt([.. Encoding.ASCII.GetBytes(before), .. text], out _)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(119, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(60 * 24, false)]
    [InlineData(-1, true)]
    [InlineData(-2, false)]
    [InlineData(-60 * 24, false)]
    public void It_is_good_for_two_hours_and_not_before_it_was_made(int minutesLater, bool good)
    {
        var text = Shown(Decider());
        var later = new FakeTimeProvider(SmallBundle.Now.AddMinutes(minutesLater));

        Assert.Equal(good, Decider(later).TryReadReceipt(text, out _));
    }

    [Fact]
    public void One_of_another_campaign_or_another_installation_is_refused()
    {
        var text = Shown(Decider());

        Assert.False(new Decider(SmallBundle.Make(), null, ReceiptKey.For(Secret, "another-campaign"), counts, time).TryReadReceipt(text, out _));
        Assert.False(new Decider(SmallBundle.Make(), null, ReceiptKey.For(new byte[32], "blorptang-campaign"), counts, time).TryReadReceipt(text, out _));
    }

    [Fact]
    public void Rubbish_is_refused_and_never_throws()
    {
        var decider = Decider();

        Gen.Byte.Array[0, 400].Sample(bytes => !decider.TryReadReceipt(bytes, out _), iter: 5000);
        Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"], 0, 300].Sample(text => !decider.TryReadReceipt(Encoding.ASCII.GetBytes(text), out _), iter: 5000);
    }

    [Fact]
    public void A_follow_on_counts_for_the_arm_of_the_message_before_and_only_when_its_receipt_is_good()
    {
        var decider = Decider();
        var text = Encoding.ASCII.GetString(Shown(decider));
        var next = new MomentQuestion(MomentSurface.Search) { Signal = MomentSignal.Term, Audience = MomentAudience.Adult, Language = "en" };

        decider.Decide(next with { After = text });
        decider.Decide(next with { After = text[..^1] + (text[^1] == 'A' ? 'B' : 'A') });
        decider.Decide(next with { After = "" });
        decider.Decide(next with { After = new string('Я', 400) });

        var followOn = Assert.Single(counts.All, c => c.Event == MomentEvent.FollowOn);
        Assert.Equal(("young-one", MomentSurface.Page, 2, "en", SmallBundle.Revision), (followOn.Arm, followOn.Surface, followOn.Look, followOn.Language, followOn.Revision));
        Assert.Equal(5, counts.All.Count(c => c.Event == MomentEvent.Exposure));
    }

    [Fact]
    public void A_secret_of_another_length_is_refused() =>
        Assert.Throws<Cairn.Moment.MomentException>(() => ReceiptKey.For(new byte[31], "blorptang-campaign"));

    private Decider Decider(TimeProvider? clock = null) => new(SmallBundle.Make(), null, ReceiptKey.For(Secret, "blorptang-campaign"), counts, clock ?? time);

    private static byte[] Shown(Decider decider) => Encoding.ASCII.GetBytes(
        decider.Decide(new(MomentSurface.Page) { Signal = MomentSignal.Hash, Audience = MomentAudience.Young, Language = "ur", Exposure = 1 })!.Receipt);
}
