using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Say.Moments;

/// <summary>Opening hours as a bundle carries them: laid out on real time for as long as it holds, so that whoever loads it only compares.</summary>
internal sealed class BundleHours(ServiceDirectory directory, DateTimeOffset from, DateTimeOffset until)
{
    private readonly int days = (int)(until - from).TotalDays;

    public Laid Always { get; } = new("always", [], null, null);

    public Laid Of(Service service)
    {
        if (service.Hours is not { } hours)
            return new("unknown", [], null, null);
        var known = directory.HiddenFrom(hours) is { } end && end < Instant.FromDateTimeOffset(until) ? end.ToUnixTimeSeconds() : (long?)null;
        if (hours.Value.IsAlways)
            return new("always", [], null, known);
        var start = Instant.FromDateTimeOffset(from);
        var holidays = directory.HolidaysOf(service);
        var doubt = Pairs(hours.Value.Doubts(start, days, holidays));
        return new("known", Pairs(hours.Value.Intervals(start, days, holidays)), doubt.Count == 0 ? null : doubt, known);
    }

    /// <summary>When a way to a service may be shown no longer, or null while the bundle holds.</summary>
    public long? RunsOut<T>(Service service, Sourced<T> field)
    {
        var ends = new[] { directory.HiddenFrom(service.Name), directory.HiddenFrom(field) }.OfType<Instant>().ToList();
        return ends.Count > 0 && ends.Min() < Instant.FromDateTimeOffset(until) ? ends.Min().ToUnixTimeSeconds() : null;
    }

    private static List<IReadOnlyList<long>> Pairs(IEnumerable<Interval> spans) => [.. spans.Select(s => (IReadOnlyList<long>)[s.Start.ToUnixTimeSeconds(), s.End.ToUnixTimeSeconds()])];

    /// <param name="State">As in <see cref="Cairn.Moment.Bundles.BundleWay"/>.</param>
    internal readonly record struct Laid(string State, IReadOnlyList<IReadOnlyList<long>> Open, IReadOnlyList<IReadOnlyList<long>>? Doubt, long? Known);
}
