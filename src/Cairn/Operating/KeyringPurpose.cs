using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>What each file of the keyring is for, in words for an operator.</summary>
internal static class KeyringPurpose
{
    private static readonly (string Start, string End, string Purpose)[] Known =
    [
        (KeyringName.FileName, "", "the keyring's name"),
        ("pack-signing", ".pem", "signs what is published"),
        ("note-signing", ".pem", "signs what the directory desk says"),
        ("bundle-signing", ".pem", "signs what sidecars load"),
        ("moment-receipts", ".key", "signs the receipts of warnings"),
        ("audit-signing", ".pem", "signs the end of each day's audit"),
        ("audit-", ".head", "the audit's end on one day"),
        ("audit-", ".put-aside", "an end of the audit from before a restore"),
        ("staff-secrets", ".key", "wraps the secrets behind staff's codes"),
        ("help-site", ".key", "finds conversations by their code"),
        ("epoch-", ".key", "covers one week's conversations"),
        ("session-", ".key", "seals the pages of one hour; never in a backup"),
        ("cookies-", ".xml", "seals the console's cookies and form tokens"),
    ];

    public static string Of(string name) => Known
        .Where(k => name.StartsWith(k.Start, StringComparison.Ordinal) && name.EndsWith(k.End, StringComparison.Ordinal))
        .Select(k => k.Purpose).FirstOrDefault("not known to this version");
}
