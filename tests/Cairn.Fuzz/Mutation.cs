namespace Cairn.Fuzz;

/// <summary>An input made of one or two others.</summary>
internal static class Mutation
{
    private const int Longest = 4000;

    /// <param name="tokens">What means something to the reader.</param>
    public static byte[] Of(List<byte[]> inputs, byte[][] tokens, Random random)
    {
        var bytes = new List<byte>(inputs[random.Next(inputs.Count)]);
        for (var changes = random.Next(1, 8); changes > 0; changes--)
            Change(bytes, inputs, tokens, random);
        if (bytes.Count > Longest)
            bytes.RemoveRange(Longest, bytes.Count - Longest);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, List<byte[]> inputs, byte[][] tokens, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 << random.Next(8));
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                var again = bytes.GetRange(at, length);
                for (var times = random.Next(1, 20); times > 0; times--)
                    bytes.InsertRange(at, again);
                break;
            case 4:
                var other = inputs[random.Next(inputs.Count)];
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + (1 << random.Next(8)))]);
                break;
            default:
                bytes.InsertRange(at, tokens[random.Next(tokens.Length)]);
                break;
        }
    }
}
