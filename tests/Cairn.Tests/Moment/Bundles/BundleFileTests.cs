using System.Security.Cryptography;
using Cairn.Moment;
using Cairn.Moment.Bundles;

namespace Cairn.Tests.Moment.Bundles;

public sealed class BundleFileTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] publicKey;
    private readonly byte[] file;

    public BundleFileTests()
    {
        publicKey = key.ExportSubjectPublicKeyInfo();
        file = Bundle.Of(SmallBundle.Content(), new byte[] { 1, 2, 3 }).Write(key);
    }

    public void Dispose() => key.Dispose();

    [Fact]
    public void One_with_a_list_inside_reads_back_as_it_was_written()
    {
        var bundle = Bundle.Read(file, publicKey);

        Assert.True(bundle.HasTerms);
        Assert.Equal(Bundle.Of(SmallBundle.Content(), new byte[] { 1, 2, 3 }).Tag, bundle.Tag);
        Assert.NotEqual(SmallBundle.Make().Tag, bundle.Tag);
        Assert.Equal(("blorptang-campaign", SmallBundle.Revision, SmallBundle.Now, SmallBundle.Now.AddDays(14)), (bundle.Campaign, bundle.Revision, bundle.Issued, bundle.Expires));
    }

    [Fact]
    public void However_short_it_was_cut_it_is_refused()
    {
        Assert.All(Enumerable.Range(0, 8), length => Assert.Equal("This is not a bundle. Make one with: cairn bundle build", Refusal(file[..length])));
        Assert.All(Enumerable.Range(8, file.Length - 8), length => Assert.Equal("The bundle is not whole. Fetch or copy it again.", Refusal(file[..length])));
        Assert.Equal("The bundle is not whole. Fetch or copy it again.", Refusal([.. file, 0]));
    }

    [Fact]
    public void Whichever_bit_is_flipped_it_is_refused()
    {
        var tiny = Bundle.Of(Tiny()).Write(key);
        var believed = new List<int>();

        for (var bit = 0; bit < tiny.Length * 8; bit++)
        {
            tiny[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                Bundle.Read(tiny, publicKey);
                believed.Add(bit);
            }
            catch (MomentException)
            {
                // As it should.
            }

            tiny[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Empty(believed);
        Assert.Equal(4, Bundle.Read(tiny, publicKey).Content.Looks);
    }

    [Fact]
    public void One_signed_by_somebody_else_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Equal("The bundle was not signed with this key, or was changed since.", Refusal(SmallBundle.Make().Write(other)));
        Assert.Contains("was not signed with this key", Refusal(file, longer.ExportSubjectPublicKeyInfo()), StringComparison.Ordinal);
        Assert.Contains("public key cannot be read", Refusal(file, [1, 2, 3]), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_a_later_version_says_so()
    {
        file[8] = 2;

        Assert.Equal("The bundle has format 2; this program reads format 1. Bring the older of the two up to date.", Refusal(file));
    }

    [Theory]
    [InlineData("""{"zorkel":1}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{}")]
    public void One_that_is_signed_but_not_made_as_this_version_reads_it_is_refused(string json)
    {
        var signed = BundleFile.Write(System.Text.Encoding.UTF8.GetBytes(json), [], key);

        Assert.StartsWith("The bundle is signed but not made as this version reads it.", Refusal(signed), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<BundleContentBox, BundleContentBox>> Mistakes => new()
    {
        { "no look to rotate", b => new(b.Content with { Looks = 3 }) },
        { "an arm of an unknown message", b => new(b.Content with { Arms = [.. b.Content.Arms, new("x", "zorkel", false, null, 1)] }) },
        { "the law for the young", b => new(b.Content with { Arms = [.. b.Content.Arms, new("x", "law-one", true, null, 1)] }) },
        { "an arm without weight", b => new(b.Content with { Arms = [.. b.Content.Arms, new("x", "help-one", false, null, 0)] }) },
        { "an arm twice", b => new(b.Content with { Arms = [.. b.Content.Arms, b.Content.Arms[0]] }) },
        { "no arm for adults", b => new(b.Content with { Arms = [.. b.Content.Arms.Where(a => a.Young)] }) },
        { "nothing but the law", b => new(b.Content with { Arms = [.. b.Content.Arms.Where(a => a.Id == "law-one")] }) },
        { "an aim nobody knows", b => new(b.Content with { Arms = [.. b.Content.Arms, new("x", "help-one", false, "zorkel", 1)] }) },
        { "no page of help", b => new(b.Content with { Ways = [.. b.Content.Ways.Where(w => w.Role != "page")] }) },
        { "a way twice", b => new(b.Content with { Ways = [.. b.Content.Ways, b.Content.Ways[0]] }) },
        { "a link that runs code", b => Way(b, w => w with { Href = new Dictionary<string, string> { ["en"] = "javascript:alert(1)" } }) },
        { "a role nobody knows", b => Way(b, w => w with { Role = "zorkel" }) },
        { "a kind nobody knows", b => Way(b, w => w with { Kind = "zorkel" }) },
        { "a label without the reference language", b => Way(b, w => w with { Label = new Dictionary<string, string> { ["ur"] = "x" } }) },
        { "stretches out of order", b => Way(b, w => w with { Open = [[20, 30], [0, 10]] }) },
        { "a stretch that ends before it begins", b => Way(b, w => w with { Doubt = [[30, 20]] }) },
        { "a message twice", b => new(b.Content with { Messages = [.. b.Content.Messages, b.Content.Messages[0]] }) },
        { "an address that is none", b => new(b.Content with { Address = "zorkel" }) },
        { "an end before the beginning", b => new(b.Content with { Expires = b.Content.Issued }) },
        { "a revision that is none", b => new(b.Content with { Revision = "ABC" }) },
        { "an arm's name that no receipt can carry", b => new(b.Content with { Arms = [.. b.Content.Arms, new(new string('x', 65), "help-one", false, null, 1)] }) },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Whoever_signed_it_may_have_made_a_mistake(string mistake, Func<BundleContentBox, BundleContentBox> make)
    {
        var wrong = make(new(SmallBundle.Content())).Content;

        Assert.True(Record.Exception(() => Bundle.Of(wrong)) is MomentException, mistake);
        var signed = BundleFile.Write(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(wrong, BundleJson.Default.BundleContent), [], key);
        Assert.StartsWith("The bundle is signed but not made as this version reads it.", Refusal(signed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(13 * 24 * 60, null, null)]
    [InlineData((14 * 24 * 60) - 1, null, null)]
    [InlineData(14 * 24 * 60, null, "ran out")]
    [InlineData(20 * 24 * 60, null, "ran out")]
    [InlineData(-5, null, null)]
    [InlineData(-6, null, "still to come")]
    [InlineData(0, -60, null)]
    [InlineData(0, 0, null)]
    [InlineData(0, 1, "an older bundle never replaces a newer one")]
    [InlineData(14 * 24 * 60, 1, "ran out")]
    public void A_clock_that_does_not_fit_keeps_it_from_coming_into_force(int minutesLater, int? minutesOfTheOneInForce, string? refusal)
    {
        var bundle = Bundle.Read(file, publicKey);
        var inForce = minutesOfTheOneInForce is { } minutes ? SmallBundle.Make(SmallBundle.Now.AddMinutes(minutes)) : null;

        var thrown = Record.Exception(() => bundle.CheckClock(SmallBundle.Now.AddMinutes(minutesLater), inForce));

        if (refusal is null)
            Assert.Null(thrown);
        else
            Assert.Contains(refusal, Assert.IsType<MomentException>(thrown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_another_campaign_never_replaces_it()
    {
        var other = Bundle.Of(SmallBundle.Content(campaign: "zorkel-campaign"));

        var thrown = Assert.Throws<MomentException>(() => Bundle.Read(file, publicKey).CheckClock(SmallBundle.Now, other));

        Assert.Equal("The bundle is of another campaign than the one in force.", thrown.Message);
    }

    private static BundleContentBox Way(BundleContentBox box, Func<BundleWay, BundleWay> change) =>
        new(box.Content with { Ways = [change(box.Content.Ways[0]), .. box.Content.Ways.Skip(1)] });

    // As few bytes as the rules allow: every bit of it is tried.
    private static BundleContent Tiny()
    {
        var words = new Dictionary<string, string> { ["en"] = "a" };
        return SmallBundle.Content() with
        {
            UnderEighteen = words,
            Messages = [new("a", false, [], new Dictionary<string, BundleText> { ["en"] = new("a", ["a"]) })],
            Arms = [new("a", "a", false, null, 1)],
            Ways = [new("a", "guide", "page", words, new Dictionary<string, string> { ["en"] = "https://a" }, [], "always", [], null)],
        };
    }

    private string Refusal(byte[] bytes, byte[]? with = null) => Assert.Throws<MomentException>(() => Bundle.Read(bytes, with ?? publicKey)).Message;
}

/// <summary>Carries a content, which the tests alone can see, through a table that everybody can.</summary>
public sealed class BundleContentBox
{
    internal BundleContentBox(BundleContent content) => Content = content;

    internal BundleContent Content { get; }
}
