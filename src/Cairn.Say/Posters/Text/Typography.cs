using System.Text;

namespace Cairn.Say.Posters.Text;

/// <summary>Quotation marks and apostrophes as they are printed; in a file they are written as they are typed.</summary>
internal static class Typography
{
    /// <summary>Turns straight marks of a text in Latin letters into curved ones. Marks that are curved already stay.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('"', '\'') < 0)
            return text;
        var set = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            set.Append(text[i] switch
            {
                '\'' => '\u2019',
                '"' => i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '\u2068' ? '\u201C' : '\u201D',
                var other => other,
            });
        }

        return set.ToString();
    }
}
