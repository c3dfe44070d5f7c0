namespace Cairn.Sidecar.Starting;

/// <summary>What may trouble a running sidecar.</summary>
internal enum Topic { Bundle, Keeping, Terms, Counts, Report }

/// <summary>Says on stderr what went wrong and when it is over, each once and not every minute. Nothing of a request ever comes here.</summary>
internal sealed class Notes(TextWriter people)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Topic, string> troubles = [];

    /// <summary>What is wrong now, for the page of health.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (gate)
                return [.. troubles.OrderBy(t => t.Key).Select(t => t.Value)];
        }
    }

    public void Say(Topic topic, string sentence)
    {
        lock (gate)
        {
            if (troubles.TryGetValue(topic, out var said) && said == sentence)
                return;
            troubles[topic] = sentence;
            people.WriteLine($"cairn-sidecar: {sentence}");
        }
    }

    public void Clear(Topic topic, string? sentence = null)
    {
        lock (gate)
        {
            if (troubles.Remove(topic) && sentence is not null)
                people.WriteLine($"cairn-sidecar: {sentence}");
        }
    }

    /// <summary>Something a person may want to know that is no trouble.</summary>
    public void Mention(string sentence)
    {
        lock (gate)
            people.WriteLine($"cairn-sidecar: {sentence}");
    }
}
