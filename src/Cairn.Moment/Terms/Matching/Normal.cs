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
                if (form.Length > 0 && (t > 0 || token->Place > 0))
                    form.Append(' ');
                for (var place = token->Place; place < token->PlaceEnd; place++)
                {
                    if (scan.Symbol[place + 1] > scan.Symbol[place])
                        form.Append((char)scan.Letter[place]);
                }
            }
        }

        return form.ToString();
    }
}
