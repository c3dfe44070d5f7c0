namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>X1 to X8: the levels that embeddings, overrides and isolates ask for. What an override says of a character takes the place of its class.</summary>
internal ref struct ExplicitLevels
{
    /// <summary>BD2.</summary>
    private const int MaxDepth = 125;

    private readonly Span<Status> stack;
    private int depth;
    private int overflowIsolates;
    private int overflowEmbeddings;
    private int validIsolates;

    private ExplicitLevels(Span<Status> stack, byte paragraphLevel)
    {
        this.stack = stack;
        // X1.
        stack[depth++] = new(paragraphLevel, null, false);
    }

    private readonly Status Last => stack[depth - 1];

    public static void Resolve(ReadOnlySpan<BidiClass> classes, Span<BidiClass> overridden, ReadOnlySpan<int> matches, Span<byte> levels, byte paragraphLevel)
    {
        // Separators keep this (X8), and so does what X9 removes.
        levels.Fill(paragraphLevel);
        var explicitly = new ExplicitLevels(stackalloc Status[MaxDepth + 2], paragraphLevel);
        for (var i = 0; i < classes.Length; i++)
        {
            switch (classes[i])
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    explicitly.Embed(classes[i]);
                    break;
                case BidiClass.PDF:
                    explicitly.PopEmbedding();
                    break;
                case BidiClass.BN or BidiClass.B:
                    break;
                case BidiClass.RLI or BidiClass.LRI or BidiClass.FSI:
                    // The initiator itself is outside of what it isolates, and so is the PDI.
                    explicitly.Place(ref overridden[i], ref levels[i]);
                    explicitly.Isolate(classes[i] == BidiClass.RLI || classes[i] == BidiClass.FSI && Isolates.StartsRightToLeft(classes, matches, i + 1));
                    break;
                case BidiClass.PDI:
                    explicitly.PopIsolate();
                    explicitly.Place(ref overridden[i], ref levels[i]);
                    break;
                default:
                    explicitly.Place(ref overridden[i], ref levels[i]);
                    break;
            }
        }
    }

    /// <summary>X6, and the same words in X5a to X5c and X6a.</summary>
    private readonly void Place(ref BidiClass c, ref byte level)
    {
        level = Last.Level;
        c = Last.Override ?? c;
    }

    /// <summary>X2 to X5.</summary>
    private void Embed(BidiClass by)
    {
        var level = Next(by is BidiClass.RLE or BidiClass.RLO);
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
            stack[depth++] = new(level, by switch { BidiClass.RLO => BidiClass.R, BidiClass.LRO => BidiClass.L, _ => null }, false);
        else if (overflowIsolates == 0)
            overflowEmbeddings++;
    }

    /// <summary>X5a to X5c.</summary>
    private void Isolate(bool rightToLeft)
    {
        var level = Next(rightToLeft);
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
        {
            validIsolates++;
            stack[depth++] = new(level, null, true);
        }
        else
        {
            overflowIsolates++;
        }
    }

    /// <summary>X6a. It ends every embedding that was opened within the isolate and not closed.</summary>
    private void PopIsolate()
    {
        if (overflowIsolates > 0)
        {
            overflowIsolates--;
        }
        else if (validIsolates > 0)
        {
            overflowEmbeddings = 0;
            while (!Last.Isolate)
                depth--;
            depth--;
            validIsolates--;
        }
    }

    /// <summary>X7. It never reaches out of an isolate.</summary>
    private void PopEmbedding()
    {
        if (overflowIsolates > 0)
            return;
        if (overflowEmbeddings > 0)
            overflowEmbeddings--;
        else if (!Last.Isolate && depth > 1)
            depth--;
    }

    /// <summary>The least level above the last that is odd, or even.</summary>
    private readonly byte Next(bool rightToLeft) => (byte)(rightToLeft ? (Last.Level + 1) | 1 : (Last.Level + 2) & ~1);

    private readonly record struct Status(byte Level, BidiClass? Override, bool Isolate);
}
