using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cairn.Moment.Decisions;

/// <summary>Names a message, a look, an audience and a nation in an address, so that the page of a notice shows what was chosen. It says nothing of the moment or the person,
/// and is not signed: whatever it names is public.</summary>
public sealed record NoticeToken(string Message, int Look, MomentAudience Audience, string? Nation)
{
    /// <summary>Stands for every nation that no way of the campaign names; a code that ISO 3166 leaves to its users.</summary>
    internal const string Elsewhere = "ZZ";

    private const int LongestText = 200;

    public static string Write(string message, int look, MomentAudience audience, string? nation) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"1 {message} {look} {(int)audience} {nation}"));

    public static bool TryRead(string text, [NotNullWhen(true)] out NoticeToken? token)
    {
        token = null;
        if (text.Length > LongestText || !Base64Url.IsValid(text))
            return false;
        var words = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        if (words is not ["1", var message, var look, var audience, var nation]
            || !int.TryParse(look, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || !Enum.TryParse<MomentAudience>(audience, out var whom) || !Enum.IsDefined(whom))
            return false;
        token = new(message, number, whom, nation.Length == 0 ? null : nation);
        return true;
    }
}
