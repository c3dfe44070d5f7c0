namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>X10: parts a paragraph into isolating run sequences, each resolved as if nothing stood between its runs.</summary>
internal readonly ref struct IsolatingRuns
{
    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<BidiClass> classes;
    private readonly ReadOnlySpan<BidiClass> overridden;
    private readonly ReadOnlySpan<int> matches;
    private readonly Span<byte> levels;
    private readonly byte paragraphLevel;

    /// <summary>The explicit levels: the rules below write over levels that a neighbour still asks for.</summary>
    private readonly ReadOnlySpan<byte> explicitLevels;

    /// <summary>For each character, where the next stands that X9 does not remove; the length of the text if none does.</summary>
    private readonly ReadOnlySpan<int> following;

    public IsolatingRuns(
        ReadOnlySpan<char> text, ReadOnlySpan<BidiClass> classes, ReadOnlySpan<BidiClass> overridden, ReadOnlySpan<int> matches, Span<byte> levels, byte paragraphLevel)
    {
        this.text = text;
        this.classes = classes;
        this.overridden = overridden;
        this.matches = matches;
        this.levels = levels;
        this.paragraphLevel = paragraphLevel;
        explicitLevels = levels.ToArray();
        following = Following(classes);
    }

    public void Resolve()
    {
        var positions = new int[classes.Length];
        var working = new BidiClass[classes.Length];
        var before = Isolates.None;
        for (var i = classes[0].IsRemoved() ? following[0] : 0; i < classes.Length; i = following[i])
        {
            var startsRun = before == Isolates.None || explicitLevels[before] != explicitLevels[i];
            // A run that begins with the PDI of an isolate continues the sequence of the initiator.
            if (startsRun && !(classes[i] == BidiClass.PDI && matches[i] != Isolates.None))
            {
                var count = Collect(i, positions);
                var sequence = Sequence(positions.AsSpan(0, count), working.AsSpan(0, count), before);
                WeakRules.Resolve(sequence);
                BracketPairs.Resolve(sequence, text, overridden);
                NeutralRules.Resolve(sequence);
                NeutralRules.Raise(sequence, levels);
            }

            before = i;
        }
    }

    /// <summary>BD13, from a first run on.</summary>
    private int Collect(int start, Span<int> positions)
    {
        var count = 0;
        for (var i = start; i < classes.Length;)
        {
            positions[count++] = i;
            var next = following[i];
            if (next < classes.Length && explicitLevels[next] == explicitLevels[i])
                i = next;
            else if (classes[i].IsIsolateInitiator() && matches[i] != Isolates.None)
                i = matches[i];
            else
                break;
        }

        return count;
    }

    private BidiSequence Sequence(ReadOnlySpan<int> positions, Span<BidiClass> working, int before)
    {
        for (var i = 0; i < positions.Length; i++)
            working[i] = overridden[positions[i]];
        var level = explicitLevels[positions[0]];
        var last = positions[^1];
        // An isolate that nothing closes lasts to the end of the paragraph.
        var after = classes[last].IsIsolateInitiator() ? classes.Length : following[last];
        return new BidiSequence(
            positions, working, level,
            BidiClasses.OfLevel(Math.Max(level, before == Isolates.None ? paragraphLevel : explicitLevels[before])),
            BidiClasses.OfLevel(Math.Max(level, after == classes.Length ? paragraphLevel : explicitLevels[after])));
    }

    private static int[] Following(ReadOnlySpan<BidiClass> classes)
    {
        var following = new int[classes.Length];
        var next = classes.Length;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            following[i] = next;
            if (!classes[i].IsRemoved())
                next = i;
        }

        return following;
    }
}
