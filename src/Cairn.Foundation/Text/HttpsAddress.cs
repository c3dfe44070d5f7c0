using System.Diagnostics.CodeAnalysis;

namespace Cairn.Foundation.Text;

/// <summary>The one kind of address a campaign may link to: full, https, without a user name in it.</summary>
public static class HttpsAddress
{
    public static bool TryParse(string written, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(written, UriKind.Absolute, out address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Contains('.') && address.UserInfo == ""
        && written.StartsWith("https://", StringComparison.Ordinal) && !written.Any(char.IsWhiteSpace);
}
