using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Cairn.Foundation.Storage;
using Cairn.Operating.Evidence;

namespace Cairn.Tests.Operating.Evidence;

public sealed class EvidenceVerdictTests : IDisposable
{
    private const string Zintel = "34750f98bd59fcfc", Quandril = "6a3803d5f059902a";

    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static APackage Made { get; } = APackage.AsMade();

    public static TheoryData<string> Signed => ["conversation.html", "conversation.json", "statement.txt"];

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void A_package_as_the_desk_makes_it_is_whole()
    {
        var verdict = EvidenceVerdict.On(EvidencePackage.Open(APackage.File, () => APackage.Passphrase), null);

        Assert.True(verdict.IsWhole, verdict.Sentence);
        Assert.StartsWith("package\tBlorptang\tdesk 1\t0123456789ab\t2031-03-04\t", verdict.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["item\tconversation.html\tok", "item\tconversation.json\tok", "item\tstatement.txt\tok"], verdict.Lines.Skip(1).Take(3));
        Assert.Equal([$"signature\tZintel\t{Spoken(1)}\tok", $"signature\tQuandril\t{Spoken(2)}\tok"], verdict.Lines.Skip(4));
        Assert.Contains("compare their fingerprints with the desk by telephone", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_program_may_pack_the_same_items_again()
    {
        var verdict = On(Made);

        Assert.True(verdict.IsWhole, verdict.Sentence);
    }

    [Theory]
    [InlineData("b10r-ptng-z1nt-e1qv-andr-1100")]
    [InlineData(" BIOR PTNG ZLNT EIQV ANDR IIOO ")]
    public void The_passphrase_may_be_typed_as_it_was_heard(string typed)
    {
        var verdict = EvidenceVerdict.On(EvidencePackage.Open(APackage.File, () => typed), null);

        Assert.True(verdict.IsWhole, verdict.Sentence);
    }

    [Theory]
    [InlineData("B10R-PTNG-Z1NT-E1QV-ANDR-1101")]
    [InlineData("")]
    [InlineData("blorptang")]
    public void Another_passphrase_opens_nothing_and_one_sentence_says_so(string passphrase)
    {
        var refused = Assert.Throws<StorageException>(() => EvidencePackage.Open(APackage.File, () => passphrase));

        Assert.StartsWith("Nothing opens with this passphrase.", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Signed))]
    public void An_item_that_was_altered_is_named(string name) => Names(On(Made.Altered(name)), name, "altered");

    [Theory, MemberData(nameof(Signed))]
    public void An_item_that_is_missing_is_named(string name) => Names(On(Made.Without(name)), name, "missing");

    [Fact]
    public void An_item_that_was_added_is_named() => Names(On(Made.With("blorptang.txt", "blorptang"u8.ToArray())), "blorptang.txt", "not in the manifest");

    [Theory, MemberData(nameof(Signed))]
    public void An_item_that_was_altered_together_with_its_manifest_is_under_no_signature(string name)
    {
        var verdict = On(Made.AlteredWithItsManifest(name));

        Assert.False(verdict.IsWhole);
        Assert.Equal([$"signature\tZintel\t{Spoken(1)}\tinvalid", $"signature\tQuandril\t{Spoken(2)}\tinvalid"], verdict.Lines.Where(l => l.StartsWith("signature", StringComparison.Ordinal)));
        Assert.StartsWith("No signature on this counts", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_advisers_signature_is_not_enough()
    {
        var verdict = On(Made.SignedBy(("Zintel", 1)));

        Assert.False(verdict.IsWhole);
        Assert.Equal("Only one adviser's signature on this counts, and two are needed.", verdict.Sentence);
    }

    [Fact]
    public void The_same_key_twice_counts_once_under_whatever_names()
    {
        var verdict = On(Made.SignedBy(("Zintel", 1), ("Quandril", 1)));

        Assert.False(verdict.IsWhole);
        Assert.Equal($"signature\tQuandril\t{Spoken(1)}\tthe same key again", verdict.Lines[^1]);
    }

    [Fact]
    public void A_signature_over_something_else_is_invalid_also_beside_two_that_are_not()
    {
        var verdict = On(Made.WithSignatures(Made.Signature("Zintel", 1), Made.Signature("Quandril", 2), Made.Signature("Vanter", 3, over: "blorptang"u8.ToArray())));

        Assert.False(verdict.IsWhole);
        Assert.Equal($"signature\tVanter\t{Spoken(3)}\tinvalid", verdict.Lines[^1]);
    }

    [Fact]
    public void With_the_desks_signers_a_stranger_does_not_count()
    {
        var signers = Signers($"{Convert.ToBase64String(APackage.VerifyKey(1))}\tZintel of the desk\n{Spoken(2)}  Quandril of the desk\n");

        var desk = On(Made, signers);
        var stranger = On(Made.SignedBy(("Zintel", 1), ("Quandril", 3)), signers);

        Assert.True(desk.IsWhole, desk.Sentence);
        Assert.Equal([$"signature\tZintel of the desk\t{Spoken(1)}\tok", $"signature\tQuandril of the desk\t{Spoken(2)}\tok"], desk.Lines.Skip(4));
        Assert.DoesNotContain("telephone", desk.Sentence, StringComparison.Ordinal);
        Assert.False(stranger.IsWhole);
        Assert.Equal($"signature\tQuandril\t{Spoken(3)}\tnot one of the signers", stranger.Lines[^1]);
        Assert.True(On(Made.SignedBy(("Zintel", 1), ("Quandril", 3))).IsWhole);
    }

    [Fact]
    public void Signers_may_be_named_by_fingerprint_in_any_spelling_and_comments_are_left_out()
    {
        var signers = Signers($"# blorptang\n\n{Spoken(1).ToUpperInvariant()}\n  {Spoken(2).Replace(' ', '-')} Quandril\n");

        Assert.True(On(Made, signers).IsWhole);
    }

    [Fact]
    public void Two_keys_of_one_signer_count_once()
    {
        var joined = Signers($"{Convert.ToBase64String(APackage.VerifyKey(1))}\tZintel\n{Spoken(2)}\tZintel\n");

        var verdict = On(Made, joined);

        Assert.False(verdict.IsWhole);
        Assert.Equal($"signature\tZintel\t{Spoken(2)}\tthe same signer again", verdict.Lines[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nobody\n")]
    [InlineData("blorptang\n")]
    [InlineData("3475 0f98 bd59 fcfZ Zintel\n")]
    public void A_file_that_names_no_signer_is_refused(string text)
    {
        var refused = Assert.Throws<StorageException>(() => Signers(text));

        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("signatures.json")]
    public void Without_manifest_or_signatures_nothing_can_be_checked(string name)
    {
        Assert.False(On(Made.Without(name)).IsWhole);
        Assert.False(On(Made.With(name, "blorptang"u8.ToArray())).IsWhole);
        Assert.False(On(Made.With(name, "null"u8.ToArray())).IsWhole);
        Assert.False(On(Made.With(name, "[null]"u8.ToArray())).IsWhole);
        Assert.False(On(Made.With(name, "[[[[[[[["u8.ToArray())).IsWhole);
    }

    [Fact]
    public void A_manifest_that_lists_nothing_an_item_twice_or_itself_is_none()
    {
        foreach (var items in new[] { "[]", "[null]", """[{"name":"a","bytes":1,"sha256":""},{"name":"a","bytes":1,"sha256":""}]""", """[{"name":"manifest.json","bytes":1,"sha256":""}]""", "null" })
        {
            var manifest = JsonNode.Parse(Made["manifest.json"])!;
            manifest["items"] = JsonNode.Parse(items);

            Assert.Contains("no manifest", On(Made.With("manifest.json", System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()))).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void More_signatures_than_anybody_would_collect_are_not_tried()
    {
        var verdict = On(Made.SignedBy([.. Enumerable.Repeat(("Zintel", (byte)1), 17)]));

        Assert.Contains("no signatures that can be read", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_a_later_format_is_not_guessed_at()
    {
        var manifest = JsonNode.Parse(Made["manifest.json"])!;
        manifest["format"] = "cairn-evidence/2";
        var later = Made.With("manifest.json", System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString())).SignedBy(("Zintel", 1), ("Quandril", 2));

        var verdict = On(later);

        Assert.False(verdict.IsWhole);
        Assert.Contains("cairn-evidence/1", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_draw_a_line_of_its_own()
    {
        var verdict = On(Made.WithSignatures(Made.Signature("Zintel\nsignature\tQuandril\t0000\tok", 1)));

        Assert.All(verdict.Lines, l => Assert.DoesNotContain('\n', l));
        Assert.Equal(4, verdict.Lines[^1].Split('\t').Length);
    }

    // Words that look like markup stay words; nothing on the page could load or run anything.
    [Fact]
    public void The_page_holds_the_words_and_nothing_that_runs()
    {
        var page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(Made["conversation.html"]));

        Assert.Empty(page.QuerySelectorAll("script, a, img, link, iframe, form, b, [style], [href], [src]"));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        var words = page.QuerySelectorAll(".words");
        Assert.Equal(4, words.Length);
        Assert.All(words, w => Assert.Equal("auto", w.GetAttribute("dir")));
        Assert.Equal("blorptang <b>zintel</b> & \"quandril\"\n\n<script>blorptang</script> {mark} $& \uFFFD", words[0].TextContent);
    }

    [Fact]
    public void The_words_are_in_the_data_as_they_were_written_with_what_was_left_out()
    {
        var data = JsonNode.Parse(Made["conversation.json"])!;

        Assert.Equal("blorptang <b>zintel</b> & \"quandril\"\n\n<script>blorptang</script> {mark} $& \u0007", (string)data["messages"]![0]!["text"]!);
        Assert.Equal([1, 2, 3, 5], data["messages"]!.AsArray().Select(m => (int)m!["number"]!));
        Assert.Equal([4, 6], data["leftOut"]!.AsArray().Select(n => (int)n!));
        Assert.Equal(("2031-03-03", "2031-03-03T14Z"), ((string)data["messages"]![0]!["day"]!, (string)data["messages"]![0]!["hour"]!));
        Assert.Contains("Left out: 4, 6.", System.Text.Encoding.UTF8.GetString(Made["statement.txt"]), StringComparison.Ordinal);
    }

    private EvidenceVerdict On(APackage package, EvidenceSigners? signers = null) => EvidenceVerdict.On(EvidencePackage.Open(package.WriteTo(home), () => APackage.Passphrase), signers);

    private EvidenceSigners Signers(string text)
    {
        var file = Path.Combine(home, "signers.txt");
        File.WriteAllText(file, text);
        return EvidenceSigners.Read(file);
    }

    private static string Spoken(byte secret)
    {
        var spoken = EvidenceSigners.Fingerprint(APackage.VerifyKey(secret));
        Assert.True(secret > 2 || spoken.Replace(" ", "", StringComparison.Ordinal) == (secret == 1 ? Zintel : Quandril), spoken);
        return spoken;
    }

    private static void Names(EvidenceVerdict verdict, string name, string found)
    {
        Assert.False(verdict.IsWhole);
        Assert.Equal([$"item\t{name}\t{found}"], verdict.Lines.Where(l => l.StartsWith("item", StringComparison.Ordinal) && !l.EndsWith("\tok", StringComparison.Ordinal)));
        Assert.StartsWith("The package is not what was signed", verdict.Sentence, StringComparison.Ordinal);
    }
}
