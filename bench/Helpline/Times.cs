using System.Diagnostics;

namespace Cairn.Bench.Helpline;

/// <summary>How long answers took, and what they were. Each thread has its own; they are added up at the end.</summary>
internal sealed class Times
{
    private readonly List<float> took = [];
    private readonly SortedDictionary<string, int> answers = [];

    public void Add(double milliseconds, string answer)
    {
        if (answer == "200")
            took.Add((float)milliseconds);
        answers[answer] = answers.GetValueOrDefault(answer) + 1;
    }

    /// <summary>Runs one request, told when it should have left: waiting for the answer before counts.</summary>
    public void Measure(long left, Func<int> ask)
    {
        string answer;
        try
        {
            answer = ask().ToString();
        }
        catch (Exception fault)
        {
            answer = fault.GetType().Name;
        }

        Add(Stopwatch.GetElapsedTime(left).TotalMilliseconds, answer);
    }

    /// <param name="seconds">How long they were measured.</param>
    public static object Sum(IEnumerable<Times> all, double seconds)
    {
        var took = all.SelectMany(t => t.took).Order().ToArray();
        var answers = all.SelectMany(t => t.answers).GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.Sum(a => a.Value));
        double At(double share) => took.Length == 0 ? double.NaN : took[Math.Min(took.Length - 1, (int)(took.Length * share))];
        return new
        {
            asked = answers.Values.Sum(),
            answered = took.Length,
            errors = answers.Where(a => a.Key != "200").Sum(a => a.Value),
            answers,
            per_second = took.Length / seconds,
            p50 = At(0.5),
            p99 = At(0.99),
            longest = took.Length == 0 ? double.NaN : took[^1],
        };
    }

    /// <summary>99th percentile of the answers of the last while.</summary>
    public static double P99(IReadOnlyCollection<float> took) => took.Count == 0 ? double.NaN : took.Order().ElementAt(Math.Min(took.Count - 1, (int)(took.Count * 0.99)));
}

/// <summary>Sends by a clock and not by the answers: what leaves late because the answer before came late counts from when it should have left.</summary>
internal sealed class Metronome(double perSecond, double offset = 0)
{
    private readonly long step = (long)(Stopwatch.Frequency / perSecond);
    private long next = Stopwatch.GetTimestamp() + (long)(Stopwatch.Frequency / perSecond * offset);
    private long done;

    /// <summary>Waits for the next beat.</summary>
    /// <returns>When the request left, or should have. The sleeper's own lateness is not the server's.</returns>
    public long Wait()
    {
        done = Stopwatch.GetTimestamp();
        var at = next;
        next += step;
        if (done > at)
            return at;
        Thread.Sleep(TimeSpan.FromSeconds((double)(at - done) / Stopwatch.Frequency));
        return Stopwatch.GetTimestamp();
    }
}
