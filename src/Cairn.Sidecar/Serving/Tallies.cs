using Cairn.Sidecar.Outcomes;

namespace Cairn.Sidecar.Serving;

/// <summary>Numbers for the page of metrics, since the start. None is of a query or of a person.</summary>
internal sealed class Tallies
{
    private readonly long[] outcomes = new long[Enum.GetValues<Telling>().Length];
    private readonly long[] refusals = new long[600];
    private long questions;
    private long warned;
    private long blocked;

    public long Questions => Interlocked.Read(ref questions);

    public long Warned => Interlocked.Read(ref warned);

    public long Blocked => Interlocked.Read(ref blocked);

    public IEnumerable<(int Status, long Count)> Refusals => refusals.Index().Where(r => r.Item > 0);

    public long Of(Telling telling) => Interlocked.Read(ref outcomes[(int)telling]);

    public void Answered(int asked, int warnings, int blocks)
    {
        Interlocked.Add(ref questions, asked);
        if (warnings > 0)
            Interlocked.Add(ref warned, warnings);
        if (blocks > 0)
            Interlocked.Add(ref blocked, blocks);
    }

    public void Told(Telling telling) => Interlocked.Increment(ref outcomes[(int)telling]);

    public void Refused(int status) => Interlocked.Increment(ref refusals[status]);
}
