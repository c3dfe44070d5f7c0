using Cairn.Foundation.Text;

namespace Cairn.Help.Directory.Desk;

/// <summary>The list of every service.</summary>
/// <param name="Soon">The fields that somebody must check again, the most urgent first.</param>
public sealed record DirectoryModel(string Today, int WarnDays, IReadOnlyList<DeskRow> Soon, IReadOnlyList<DeskRow> Rows);

/// <summary>One field of one service, in words.</summary>
/// <param name="Value">Its lines.</param>
/// <param name="Tone"><c>verified</c>, <c>seen</c>, <c>hidden</c> or <c>retired</c>: the look of the state, never its only sign.</param>
/// <param name="Expiry">For example <c>expires in 12 days, on 6 December 2026</c>.</param>
/// <param name="Soon">Somebody must look at it.</param>
public sealed record DeskRow(
    string ServiceId, string ServiceName, string Key, string Label, IReadOnlyList<DeskLine> Value, string Tone, string State, string On, string? By, string Source, string SourceHost, string Expiry, bool Soon)
{
    public string ServicePath => $"/console/directory/{ServiceId}";

    public string Path => $"{ServicePath}#{Key}";
}

/// <summary>A line of a value.</summary>
/// <param name="In">The language it is written in, said before it; null when it is the same in every language.</param>
public sealed record DeskLine(string Text, Language? In = null);

/// <summary>One service with everything a member may do about it.</summary>
/// <param name="Problems">What is wrong with the form that was sent; empty otherwise.</param>
public sealed record ServiceDeskModel(
    string Name, string Kind, IReadOnlyList<FieldBox> Fields, IReadOnlyList<HistoryLine> History, IReadOnlyList<FormProblem> Problems);

/// <param name="Retirement">Who retired the number and when, or null.</param>
/// <param name="Forms">Those the member may use.</param>
public sealed record FieldBox(DeskRow Row, string? Retirement, IReadOnlyList<DeskForm> Forms);

/// <param name="AsSeen">A sign of the value the page shows, so that a form sent late does not mean another value.</param>
/// <param name="Open">True when it was sent and has a problem.</param>
public sealed record DeskForm(
    string Id, string Action, string Summary, string Explanation, string Submit, bool Danger, bool Open, string AsSeen, string? Problem, IReadOnlyList<DeskInput> Inputs);

/// <param name="Type"><c>date</c>, <c>text</c>, <c>lines</c>, or <c>choice</c>.</param>
public sealed record DeskInput(string Id, string Name, string Type, string Label, string Hint, string Value, string? Problem, IReadOnlyList<DeskChoice> Choices);

public sealed record DeskChoice(string Value, string Label);

/// <param name="InputId">The input it is about.</param>
public sealed record FormProblem(string InputId, string Sentence);

public sealed record HistoryLine(string When, string Who, string What, IReadOnlyList<DeskLine> Value, string? Source);
