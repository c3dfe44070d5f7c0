namespace Cairn.Tests;

/// <summary>Files of the checkout the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Campaign { get; } = Path.Combine(Root, "campaigns", "not-my-friend");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests must run inside a checkout.");
    }
}
