using Cairn.Staff.Console;

namespace Cairn.Say.Packs.Approval;

/// <summary>The campaign's own address, which stands on everything it prints. Null while there is none fit to be printed.</summary>
internal sealed record PublicAddress(Uri? Https)
{
    public static PublicAddress Of(ConsoleAddress address) => new(address.Public?.Scheme == Uri.UriSchemeHttps ? address.Public : null);
}
