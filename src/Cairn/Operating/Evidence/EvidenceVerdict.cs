using System.Globalization;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Cairn.Operating.Evidence;

/// <summary>Whether a package is as two advisers signed it.</summary>
/// <param name="Lines">For programs, separated by tabs.</param>
/// <param name="Sentence">For people.</param>
internal sealed record EvidenceVerdict(IReadOnlyList<string> Lines, string Sentence, bool IsWhole)
{
    private const int Wanted = 2;
    private const string Ok = "ok";

    public static EvidenceVerdict On(EvidencePackage package, EvidenceSigners? signers)
    {
        var there = package.Items.ToDictionary(StringComparer.Ordinal);
        if (there.GetValueOrDefault(EvidenceManifest.FileName) is not { } manifestBytes || EvidenceManifest.Read(manifestBytes) is not { } manifest)
            return Refused([], $"The package has no manifest that this version can read ({EvidenceManifest.Known}), so nothing in it can be checked.");

        var lines = new List<string> { Line("package", manifest.Campaign, manifest.Desk, manifest.Mark, manifest.Day, Convert.ToHexStringLower(SHA256.HashData(manifestBytes))) };
        var items = manifest.Items.Select(i => (i.Name, Found: Found(i, there))).Concat(Unlisted(package, manifest)).ToList();
        lines.AddRange(items.Select(i => Line("item", i.Name, i.Found)));

        if (there.GetValueOrDefault(EvidenceSignature.FileName) is not { } signatureBytes || EvidenceSignature.ReadAll(signatureBytes) is not { } signatures)
            return Refused(lines, "The package has no signatures that can be read, so nobody stands for it.");
        var signed = Judge(manifestBytes, signatures, signers).ToList();
        lines.AddRange(signed.Select(s => Line("signature", s.Called, s.Fingerprint, s.Found)));

        var good = signed.Count(s => s.Found == Ok);
        if (items.Any(i => i.Found != Ok))
            return Refused(lines, "The package is not what was signed; the lines above name what is altered, missing or added.");
        if (good < Wanted)
            return Refused(lines, good == 1 ? "Only one adviser's signature on this counts, and two are needed." : "No signature on this counts, and two are needed.");
        if (good < signed.Count)
            return Refused(lines, "Two advisers have signed this, and there is a signature beside theirs that does not count; the lines above name it.");
        return new(lines, signers is null
            ? $"Whole, and signed with {good} keys. Whose keys these are is not known from the package: compare their fingerprints with the desk by telephone, under a number you found elsewhere."
            : $"Whole, and signed by {good} of the signers.", true);
    }

    /// <summary>A name that somebody else chose, without anything that could draw another line.</summary>
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : c));

    private static string Found(EvidenceItem item, Dictionary<string, byte[]?> there)
    {
        if (!there.TryGetValue(item.Name, out var bytes))
            return "missing";
        if (bytes is null)
            return "does not open";
        return bytes.LongLength == item.Bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == item.Sha256 ? Ok : "altered";
    }

    private static IEnumerable<(string Name, string Found)> Unlisted(EvidencePackage package, EvidenceManifest manifest) =>
        package.Items.Select(i => i.Key).Except(manifest.Items.Select(i => i.Name), StringComparer.Ordinal)
            .Where(name => name is not (EvidenceManifest.FileName or EvidenceSignature.FileName)).Select(name => (name, "not in the manifest"));

    private static IEnumerable<(string Called, string Fingerprint, string Found)> Judge(byte[] manifest, IReadOnlyList<EvidenceSignature> signatures, EvidenceSigners? signers)
    {
        byte[] statement = [.. "cairn/evidence/v1"u8, .. SHA256.HashData(manifest)];
        var (seen, people) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (called, verify, signature) in signatures)
        {
            var name = signers?.NameOf(verify);
            var found = !IsValid(statement, verify, signature) ? "invalid"
                : !seen.Add(Convert.ToBase64String(verify)) ? "the same key again"
                : signers is not null && name is null ? "not one of the signers"
                : name is { Length: > 0 } && !people.Add(name) ? "the same signer again" : Ok;
            yield return (name is { Length: > 0 } ? name : called, EvidenceSigners.Fingerprint(verify), found);
        }
    }

    private static bool IsValid(byte[] statement, byte[] verify, byte[] signature) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, verify, KeyBlobFormat.RawPublicKey, out var key) && key is not null && SignatureAlgorithm.Ed25519.Verify(key, statement, signature);

    private static string Line(params string[] parts) => string.Join('\t', parts.Select(OneLine));

    private static EvidenceVerdict Refused(IReadOnlyList<string> lines, string sentence) => new(lines, sentence, false);
}
