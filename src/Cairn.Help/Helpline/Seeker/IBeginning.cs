namespace Cairn.Help.Helpline.Seeker;

/// <summary>The steps of a line's journey until there is a conversation. From then on every line's are the same.</summary>
internal interface IBeginning
{
    /// <summary>The first page: what the line can and cannot do, or where there is help while it is closed.</summary>
    ValueTask First(TalkPage page);

    /// <summary>Answers a step of the beginning.</summary>
    /// <param name="submission">Of the form, as its page shows it.</param>
    /// <returns>The status of the page; a message when the step sends one; neither when it is no step of the beginning.</returns>
    ValueTask<(int? Status, FirstMessage? Sent)> Step(TalkPage page, TalkForm form, byte[] submission);

    /// <summary>What was written could not be sent: the words stay where they were.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="full">Whether it is the line that cannot take it: other ways are shown too.</param>
    ValueTask Unsent(TalkPage page, TalkForm form, byte[] submission, string problem, bool full);
}

/// <summary>What a conversation begins with.</summary>
/// <param name="Text">UTF-8.</param>
/// <param name="Worry">A word of a closed list.</param>
/// <param name="own">Memory that is wiped with it, or null when it belongs to the form.</param>
internal sealed class FirstMessage(ReadOnlyMemory<byte> text, string worry, IDisposable? own = null) : IDisposable
{
    public ReadOnlyMemory<byte> Text => text;

    public string Worry => worry;

    public void Dispose() => own?.Dispose();
}
