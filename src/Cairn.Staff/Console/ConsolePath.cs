namespace Cairn.Staff.Console;

/// <summary>Where somebody is sent on to after signing in: a page of the console and nowhere else.</summary>
internal static class ConsolePath
{
    public const string Home = "/console";

    /// <summary>The path when it is one of ours, the console's first page otherwise.</summary>
    public static string Or(string? wanted) => IsOurs(wanted) ? wanted! : Home;

    private static bool IsOurs(string? path) =>
        path is { Length: <= 500 }
        && (path == Home || path.StartsWith(Home + "/", StringComparison.Ordinal) || path.StartsWith(Home + "?", StringComparison.Ordinal))
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.Contains("..", StringComparison.Ordinal)
        && path.All(c => c is > ' ' and < '\x7f' and not '\\' and not '%');
}
