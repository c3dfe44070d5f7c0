namespace Cairn.Help.Concerns;

/// <summary>What happens when somebody tells, as five pictures with a sentence each. The pictures say nothing that the sentences do not.</summary>
public static class TellingSteps
{
    // A pencil, a key, an eye, two hands, a speech bubble; each in a box of 24.
    private static readonly string[] Pictures =
    [
        "M3 17.5V21h3.5L17.8 9.7l-3.5-3.5L3 17.5ZM20.4 7.1a1 1 0 0 0 0-1.4l-2.1-2.1a1 1 0 0 0-1.4 0l-1.6 1.6 3.5 3.5 1.6-1.6Z",
        "M7.5 6a5.5 5.5 0 1 0 5.2 7.3H15v2.7h3v-2.7h1.5V9.7h-6.8A5.5 5.5 0 0 0 7.5 6Zm0 3.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z",
        "M12 5C6.5 5 2.7 9.4 1.5 12c1.2 2.6 5 7 10.5 7s9.3-4.4 10.5-7C21.3 9.4 17.5 5 12 5Zm0 11.2a4.2 4.2 0 1 1 0-8.4 4.2 4.2 0 0 1 0 8.4Zm0-2.4a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
        "M12 2 4 5v6.1c0 5 3.4 9.6 8 10.9 4.6-1.3 8-5.9 8-10.9V5l-8-3Zm-1.2 14.2-3.9-3.9 1.8-1.8 2.1 2.2 4.6-4.7 1.8 1.8-6.4 6.4Z",
        "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5.5 4.4V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm2.5 4v2h11V7h-11Zm0 4v2h8v-2h-8Z",
    ];

    /// <summary>The steps in order: the path of a picture, and its sentence.</summary>
    public static IReadOnlyList<(string Picture, string Words)> In(ReportWords words) =>
        [.. Pictures.Zip([words.StepWrite, words.StepCode, words.StepRead, words.StepSafe, words.StepReply])];
}
