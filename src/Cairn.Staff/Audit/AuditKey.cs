using System.Globalization;
using System.Text;
using Cairn.Foundation.Storage;

namespace Cairn.Staff.Audit;

/// <summary>The key that signs the end of each day's audit, and the ends it remembers outside the database.</summary>
internal sealed class AuditKey(Keyring keyring) : SigningKey(keyring, FileName)
{
    internal const string FileName = "audit-signing.pem";
    private const string Prefix = "audit-";
    private const string Ending = ".head";

    /// <summary>Keeps the first act of a day in the keyring: a database put back to an earlier day is then found out.</summary>
    public void Remember(string day, long number, string hash) =>
        Keyring.ReadOrMake(Prefix + day + Ending, () => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {hash}\n")));

    /// <summary>Puts aside what is remembered of rows after this one.</summary>
    public void SetAside(long number)
    {
        foreach (var note in Remembered().Where(n => n.Number > number))
            Keyring.Rename(Prefix + note.Day + Ending, Prefix + note.Day + Ending + ".put-aside");
    }

    /// <summary>What is remembered, oldest first.</summary>
    public IReadOnlyList<(string Day, long Number, string Hash)> Remembered() =>
        [.. Keyring.Names()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (Day: n[Prefix.Length..^Ending.Length], Words: Encoding.ASCII.GetString(Keyring.Read(n) ?? []).Split(' ', '\n')))
            .Where(h => h.Words.Length >= 2 && long.TryParse(h.Words[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(h => (h.Day, long.Parse(h.Words[0], CultureInfo.InvariantCulture), h.Words[1]))];
}
