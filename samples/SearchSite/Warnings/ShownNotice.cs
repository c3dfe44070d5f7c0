using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchSite.Warnings;

/// <summary>An answer that is to be shown: as JSON for the component, and as values for the page that needs no script.</summary>
internal sealed record ShownNotice(string Json, Answer Answer)
{
    /// <summary>Shown in the place of results.</summary>
    public bool Blocks => Answer.Action == "block";

    public string Receipt => Answer.Receipt!;

    /// <summary>Null for no answer, and for one that shows nothing.</summary>
    public static ShownNotice? Read(byte[]? json) =>
        json is not null && JsonSerializer.Deserialize(json, HttpJson.Default.Answer) is { Show: true } answer ? new(Encoding.UTF8.GetString(json), answer) : null;
}

internal sealed record Answer(bool Show, string? Action, Message? Message, IReadOnlyList<Way>? Ways, int Look, string? Notice, string? Receipt);

internal sealed record Message(string Id, string Language, string Heading, IReadOnlyList<string> Body, string? Demonstration);

internal sealed partial record Way(string Kind, string Label, string Href, string? Note)
{
    /// <summary>Every second part is a telephone number: it reads from left to right in every script.</summary>
    public string[] LabelParts() => Numbers().Split(Label);

    [GeneratedRegex(@"(\+?[0-9][0-9 ]*[0-9])")]
    private static partial Regex Numbers();
}
