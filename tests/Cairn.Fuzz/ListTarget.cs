using System.Runtime.InteropServices;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Fuzz;

/// <summary>What must hold for any bytes. The first says what the others are: a text, a plain list, a sealed list.</summary>
internal static class ListTarget
{
    // UTF-16 and UTF-8 that mean something to the fold, to a list, or to a sealed file.
    public static readonly byte[][] Tokens =
    [
        .. new[] { "blorp", "tang", "zint", " ", "\t", "\n", "+ ", "!", "#", "1", "@", "action=block", "é", "о", "\u200B", "\u0301", "😀", "🇫🇷", "🇧", "𝓫", "漢", "ﷺ", "ß", "ll", "0o" }
            .SelectMany(t => new[] { System.Text.Encoding.UTF8.GetBytes(t), System.Text.Encoding.Unicode.GetBytes(t) }),
        [0x00, 0xD8], [0x00, 0xDC], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0], [0xFF],
    ];

    private static readonly TermKey Key = TermKey.From(new byte[TermKey.Length]);

    private static readonly byte[] Sealed = Seal("blorptang\nblorp tang\taction=block\nzint + tang\n!tang tang\nzint vulk drem + blorp\nlonger phrase of nonsense\n漢字\nßeta"u8.ToArray(), typos: true);

    private static readonly SealedTerms Terms = SealedTerms.Read(Sealed, Key);

    public static void Run(byte[] input)
    {
        if (input.Length == 0)
            return;
        switch (input[0] % 3)
        {
            case 0:
                Text(MemoryMarshal.Cast<byte, char>(input.AsSpan(1)));
                break;
            case 1:
                List(input[1..]);
                break;
            default:
                File(input[1..]);
                break;
        }
    }

    private static void Text(ReadOnlySpan<char> text)
    {
        var action = Terms.Match(text);
        // Blanks mean nothing, but take the long way through the text.
        var longer = Terms.Match(string.Concat(text, new string(' ', 100)));
        if (action != longer)
            throw new InvalidOperationException($"{action} the quick way, {longer} the long way.");
    }

    // Refused in a sentence, or sealed so that it opens again.
    private static void List(byte[] list)
    {
        byte[] file;
        try
        {
            file = Seal(list, typos: list.Length % 2 == 0);
        }
        catch (MomentException)
        {
            return;
        }

        using var terms = SealedTerms.Read(file, Key);
        terms.Match(System.Text.Encoding.UTF8.GetString(list));
    }

    // The bytes are laid over a sound file: what is not zero changes it.
    private static void File(byte[] changes)
    {
        var file = Sealed.ToArray();
        for (var i = 0; i < Math.Min(changes.Length, file.Length); i++)
            file[i] ^= changes[i];
        try
        {
            SealedTerms.Read(file.AsMemory(0, changes.Length % 5 == 0 ? file.Length : Math.Min(changes.Length, file.Length)), Key).Dispose();
        }
        catch (MomentException)
        {
            // As it should be.
        }
    }

    private static byte[] Seal(byte[] list, bool typos)
    {
        var file = new MemoryStream();
        TermSealer.Seal(new MemoryStream(list), Key, file, null, new(typos));
        return file.ToArray();
    }
}
