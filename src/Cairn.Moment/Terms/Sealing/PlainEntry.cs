namespace Cairn.Moment.Terms.Sealing;

/// <summary>One line of a plain list, taken apart.</summary>
/// <param name="Parts">One, or the words that may come in any order.</param>
/// <param name="Line">Its number.</param>
internal sealed record PlainEntry(IReadOnlyList<string> Parts, bool IsException, TermAction Action, int Line)
{
    private const int MostParts = 3;

    /// <exception cref="MomentException">Names the line.</exception>
    public static PlainEntry Parse(string line, int number)
    {
        var tab = line.IndexOf('\t');
        var action = tab < 0 ? TermAction.Warn : ActionOf(line[(tab + 1)..].Trim(), number);
        var text = (tab < 0 ? line : line[..tab]).Trim();
        var exception = text.StartsWith('!');
        if (exception && tab >= 0)
            throw PlainLines.Fault(number, "is an exception with an action: an exception has none");
        var parts = (exception ? text[1..] : text).Split(" + ", StringSplitOptions.TrimEntries);
        if (parts.Any(p => p.Length == 0) || text.EndsWith(" +", StringComparison.Ordinal) || text.StartsWith("+ ", StringComparison.Ordinal))
            throw PlainLines.Fault(number, "has nothing where a word should be");
        if (parts.Length > MostParts)
            throw PlainLines.Fault(number, $"combines more than {MostParts} parts");
        if (exception && parts.Length > 1)
            throw PlainLines.Fault(number, "is an exception of several parts: write the words in sequence");
        return new(parts, exception, action, number);
    }

    private static TermAction ActionOf(string written, int line) => written switch
    {
        "action=warn" => TermAction.Warn,
        "action=block" => TermAction.Block,
        _ => throw PlainLines.Fault(line, "has something after its tab that is neither action=warn nor action=block"),
    };
}
