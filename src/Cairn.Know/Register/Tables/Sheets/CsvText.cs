using System.Text;

namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>The bytes of a CSV as text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which spreadsheet programs still write.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="TableException">The bytes are no text.</exception>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = Decode(bytes);
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\u0085') || letter == '\uFFFE')
                throw new TableException(TableProblemKind.Unreadable, "The file is neither a CSV nor an XLSX: it holds bytes that no text has.");
        }

        return text;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
