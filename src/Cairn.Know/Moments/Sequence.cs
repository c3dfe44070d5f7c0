namespace Cairn.Know.Moments;

/// <summary>The numbers of one sender that were counted: the newest and a bit for each of the 64 before it. What lies further back is neither known nor counted.</summary>
/// <param name="Newest">0 before the first.</param>
/// <param name="Before">The lowest bit stands for the number just before <paramref name="Newest"/>.</param>
internal readonly record struct Sequence(long Newest, ulong Before)
{
    private const int Width = 64;

    /// <summary>Adds a number, unless it was there or lies too far back.</summary>
    public Taken Take(long number, out Sequence after)
    {
        after = this;
        if (number > Newest)
        {
            var step = number - Newest;
            // The newest so far becomes one of those before, and all move along.
            var moved = step > Width ? 0 : (step == Width ? 0 : Before << (int)step) | (Newest == 0 ? 0 : 1UL << (int)(step - 1));
            after = new(number, moved);
            return Taken.Counted;
        }

        var back = Newest - number;
        if (back == 0)
            return Taken.Before;
        if (back > Width)
            return Taken.TooFarBack;
        var bit = 1UL << (int)(back - 1);
        if ((Before & bit) != 0)
            return Taken.Before;
        after = new(Newest, Before | bit);
        return Taken.Counted;
    }
}

/// <summary>What became of a report.</summary>
public enum Taken
{
    /// <summary>It was counted now.</summary>
    Counted,

    /// <summary>It was counted before, and not again.</summary>
    Before,

    /// <summary>Its number lies so far behind the sender's newest that nobody knows any more whether it was counted; it was not counted now.</summary>
    TooFarBack,
}
