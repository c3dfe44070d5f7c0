namespace Cairn.EndToEnd;

/// <summary>A line that <c>./check</c> prints even when everything passed: what was proven, in numbers.</summary>
internal static class Report
{
    public static void Line(string text) => Console.Out.WriteLine("> " + text);
}
