namespace Cairn.Moment.Decisions;

/// <summary>The arms that may be drawn for one kind of question, ready to send.</summary>
/// <param name="From">Unix seconds from which it holds.</param>
/// <param name="Until">Unix seconds at which a door opens, closes or runs out.</param>
/// <param name="Bounds">For each arm the sum of its weight and of those before it.</param>
internal sealed record Menu(long From, long Until, ReadyArm[] Arms, int[] Bounds)
{
    /// <param name="chance">Uniform over all 32-bit numbers.</param>
    public ReadyArm Draw(uint chance)
    {
        // A multiplication takes the chance to the range of the weights: off by less than one in a million for any weights a pack may name.
        var point = (int)((chance * (ulong)Bounds[^1]) >> 32);
        var at = 0;
        while (Bounds[at] <= point)
            at++;
        return Arms[at];
    }
}

/// <summary>One arm in every look.</summary>
internal sealed class ReadyArm(string id, ReadyMessage[] messages)
{
    public string Id => id;

    /// <param name="exposure">How many messages there were before this one: the look rotates with it.</param>
    public ReadyMessage In(int exposure) => messages[(int)((uint)exposure % (uint)messages.Length)];
}

/// <summary>A message with its ways, in one look: as values, and as pieces of the JSON answer.</summary>
/// <param name="Head">From <c>"message":</c> up to the look; shared by all looks.</param>
/// <param name="Rest">From the look up to the opening quote of the receipt.</param>
/// <param name="ReceiptTail">See <see cref="Receipt"/>.</param>
internal sealed record ReadyMessage(MomentMessage Message, IReadOnlyList<MomentWay> Ways, int Look, string Notice, byte[] Head, byte[] Rest, byte[] ReceiptTail)
{
    public MomentAnswer ToAnswer(Terms.TermAction action, string receipt) => new(action, Message, Ways, Look, Notice, receipt);
}
