using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Foundation.Storage;

namespace Cairn.Operating.Evidence;

/// <param name="Key">The verify key in base64, or its fingerprint as 16 letters of hex.</param>
internal sealed record EvidenceSigner(string Key, string Name);

/// <summary>Whose signatures count, from a file that came another way than the package: a line each, a verify key or its fingerprint, then a name.</summary>
internal sealed partial class EvidenceSigners(IReadOnlyList<EvidenceSigner> signers)
{
    private const int LargestBytes = 1024 * 1024;

    /// <exception cref="StorageException">It cannot be read, or a line is none.</exception>
    public static EvidenceSigners Read(string file)
    {
        var whole = Path.GetFullPath(file);
        try
        {
            if (new FileInfo(whole).Length > LargestBytes)
                throw new StorageException($"'{whole}' is too large to be a list of signers.");
            var lines = File.ReadAllLines(whole).Select((text, i) => (Text: text.Trim(), Number: i + 1)).Where(l => l.Text.Length > 0 && l.Text[0] != '#');
            var signers = lines.Select(l => Parse(l.Text) ?? throw new StorageException($"Line {l.Number} of '{whole}' is not a key or a fingerprint with a name after it.")).ToList();
            return signers.Count > 0 ? new(signers) : throw new StorageException($"'{whole}' names no signer.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"'{whole}' could not be read. Check that it exists and may be read by this account.", e);
        }
    }

    public static string Write(IEnumerable<EvidenceSigner> signers, DateOnly today)
    {
        var text = new StringBuilder().Append("# Who could sign a package of the helpline's desk on ").Append(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Append(".\n");
        foreach (var signer in signers)
            text.Append(signer.Key).Append('\t').Append(EvidenceVerdict.OneLine(signer.Name)).Append('\n');
        return text.ToString();
    }

    /// <returns>The name that the file gives the key, or null when it does not have it.</returns>
    public string? NameOf(byte[] verify)
    {
        var names = new[] { Convert.ToBase64String(verify), Fingerprint(verify).Replace(" ", "", StringComparison.Ordinal) };
        return signers.FirstOrDefault(s => names.Contains(s.Key, StringComparer.Ordinal))?.Name;
    }

    /// <summary>For comparing by voice, as the desk shows it.</summary>
    public static string Fingerprint(byte[] verify) => string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(verify).AsSpan(0, 8)).Chunk(4).Select(g => new string(g)));

    private static EvidenceSigner? Parse(string line)
    {
        if (Key().Match(line) is { Success: true } key)
            return new(key.Groups["key"].Value, key.Groups["name"].Value);
        return Spoken().Match(line) is { Success: true } spoken ? new(NotHex().Replace(spoken.Groups["hex"].Value, "").ToLowerInvariant(), spoken.Groups["name"].Value) : null;
    }

    [GeneratedRegex(@"^(?<key>[A-Za-z0-9+/]{43}=)(?:\s+(?<name>\S.*))?$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?<hex>[0-9a-fA-F]{4}(?:[ -]?[0-9a-fA-F]{4}){3})(?:\s+(?<name>\S.*))?$")]
    private static partial Regex Spoken();

    [GeneratedRegex("[ -]")]
    private static partial Regex NotHex();
}
