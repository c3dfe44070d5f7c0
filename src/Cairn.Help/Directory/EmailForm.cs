using System.Text.RegularExpressions;

namespace Cairn.Help.Directory;

/// <summary>What may stand in a service's <c>email</c> field.</summary>
public static partial class EmailForm
{
    public static bool Fits(string written) => Form().IsMatch(written);

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
