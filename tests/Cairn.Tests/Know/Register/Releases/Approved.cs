using AngleSharp;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Know.Register.Releases;

/// <summary>Files as they are, to be read by people: a change is a difference in a file under <c>Approved</c>. To approve, run the tests with
/// <c>CAIRN_APPROVE=1</c> and read what changed. <c>eng/validate-table</c> checks the same files.</summary>
internal static class Approved
{
    internal static string Folder { get; } = Path.Combine(Checkout.Root, "tests", "Cairn.Tests", "Know", "Register", "Releases", "Approved");

    internal static async Task Equal(string name, byte[] written)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("CAIRN_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, written, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(file), $"{name} was never approved; run with CAIRN_APPROVE=1 and read it.");
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), written);
    }

    internal static Task EqualPage(string name, string html) => Equal(
        name,
        System.Text.Encoding.UTF8.GetBytes(new HtmlParser().ParseDocument(html).ToHtml(new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" }).Trim() + "\n"));
}
