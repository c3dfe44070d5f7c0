using System.Runtime.CompilerServices;
using System.Text;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>What a text is reduced to before it is hashed, as text: for people who want to see, and for tests. The search itself never makes it.</summary>
internal static unsafe class Normal
{
    private static readonly ListKeys Keys = new(TermKey.From(new byte[TermKey.Length]), []);

    /// <summary>Small letters that look alike are one, repeated ones too; words are parted by one blank.</summary>
    public static string Form(ReadOnlySpan<char> text)
    {
        var memory = stackalloc byte[Scan.Length(Scan.Stretch)];
        var scan = new Scan(memory, Scan.Stretch);
        var form = new StringBuilder();
        for (var from = 0; from < text.Length;)
        {
            from = scan.Read(Keys, text, from);
            scan.Tokenise(Keys, Reading.Letters);
            for (var t = 0; t < scan.Tokens; t++)
            {
                var token = scan.TokenAt(t);
                var parted = form.Length > 0 && (t > 0 || token->Place > 0);
                for (var place = token->Place; place < token->PlaceEnd; place++)
                {
                    if (scan.Symbol[place + 1] == scan.Symbol[place])
                        continue;
                    form.Append(parted ? " " : "").Append(Written(scan.Letter[place], text[scan.Raw[place]..]));
                    parted = false;
                }
            }
        }

        return form.ToString();
    }

    // A letter beyond the basic plane has no number of its own among sixteen bits.
    private static Rune Written(ushort letter, ReadOnlySpan<char> from) =>
        letter >= ListKeys.Direct && Rune.DecodeFromUtf16(from, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == 2 ? Rune.ToLowerInvariant(rune) : new((char)letter);
}
