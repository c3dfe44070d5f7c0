using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Outcomes;

internal enum Telling
{
    Counted,

    /// <summary>Its outcome was told earlier.</summary>
    ToldBefore,

    /// <summary>Nothing was kept; it may be told again later.</summary>
    NoRoom,
}

/// <summary>Which receipts were told, so that each counts once, also over a restart: the hash of its random id, with the hour in which its message was shown. After three hours
/// the receipt is good no longer, and the hour is forgotten.</summary>
internal sealed class ToldReceipts : IDisposable
{
    /// <summary>About 40 MB of memory and 16 MB on disk. Beyond that the platform is asked to tell later.</summary>
    public const int Most = 500_000;

    private const int HoursKept = 3;

    private readonly string folder;
    private readonly int most;
    private readonly Lock gate = new();
    private readonly Dictionary<int, ToldHour> hours = [];
    private readonly Dictionary<(long Batch, int Slot), int> counted = [];

    public ToldReceipts(string folder, int most = Most)
    {
        (this.folder, this.most) = (folder, most);
        foreach (var path in Directory.EnumerateFiles(folder).ToList())
        {
            if (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
                hours[hour] = new(path, (batch, slot) => counted[(batch, slot)] = counted.GetValueOrDefault((batch, slot)) + 1);
        }
    }

    /// <summary>How many outcomes the records found at the start prove, by batch and slot.</summary>
    public IReadOnlyDictionary<(long Batch, int Slot), int> Counted => counted;

    /// <param name="count">Counts it, after telling its argument where: the record is written then, and decides whether it was counted when a kill falls between the two. False
    /// when it cannot be counted.</param>
    public Telling Tell(Receipt receipt, Func<Action<long, int>, bool> count)
    {
        lock (gate)
        {
            var hour = HourOf(receipt.Minute / 60);
            var id = Hash(receipt.Id);
            if (hour.Ids.Contains(id))
                return Telling.ToldBefore;
            if (hours.Values.Sum(h => h.Ids.Count) >= most)
                return Telling.NoRoom;
            try
            {
                if (!count((batch, slot) => hour.Write(id, batch, slot)))
                    return Telling.NoRoom;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Telling.NoRoom;
            }

            hour.Ids.Add(id);
            return Telling.Counted;
        }
    }

    /// <param name="now">The hour that it is.</param>
    public void Forget(int now)
    {
        lock (gate)
        {
            foreach (var hour in hours.Keys.Where(h => h + HoursKept <= now).ToList())
            {
                try
                {
                    hours[hour].Delete();
                    hours.Remove(hour);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Next time, perhaps; its receipts are good no longer either way.
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var hour in hours.Values)
            hour.Dispose();
    }

    private ToldHour HourOf(int hour)
    {
        if (!hours.TryGetValue(hour, out var known))
            hours[hour] = known = new(Path.Combine(folder, hour.ToString(CultureInfo.InvariantCulture)), (_, _) => { });
        return known;
    }

    private static UInt128 Hash(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(id), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
