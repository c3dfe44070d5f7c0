using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Bench.Helpline;

/// <summary>A seeker without a browser: sends the hidden fields of the page before, as a browser would.</summary>
internal sealed partial class Seeker(string token = "")
{
    private static readonly string[] Syllables = ["blor", "p", "tang", "sni", "vek", "gru", "zam", "mi", "ko", "plu", "te", "ran"];

    private string submission = "";

    public string Token { get; private set; } = token;

    /// <summary>Messages it has sent since it was made.</summary>
    public int Sent { get; private set; }

    public void Opens(Wire wire)
    {
        wire.Ask("GET /en/talk HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8);
        Take(wire);
    }

    /// <summary>Presses the button of a step; what was typed is form-encoded already.</summary>
    /// <returns>The status.</returns>
    public int Step(Wire wire, string step, string typed = "")
    {
        wire.Ask(Request(step, typed));
        if (wire.Status == 200)
        {
            Take(wire);
            Sent += step is "send" or "more" ? 1 : 0;
        }

        return wire.Status;
    }

    public int Checks(Wire wire) => Step(wire, "check", "text=");

    public int Adds(Wire wire, string text)
    {
        if (submission.Length == 0)
            submission = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return Step(wire, "more", $"text={text}");
    }

    /// <summary>From the first page to the open conversation.</summary>
    /// <returns>False when the line was full.</returns>
    public bool Begins(Wire wire, string text)
    {
        Opens(wire);
        Must(wire, Step(wire, "write"));
        var status = Step(wire, "send", $"text={text}&worry=");
        if (status == 503)
            return false;
        Must(wire, status);
        Keeps(wire);
        return true;
    }

    /// <summary>Types the group back that the page asks for.</summary>
    public void Keeps(Wire wire)
    {
        var page = Encoding.UTF8.GetString(wire.Body);
        var groups = Spans().Matches(page[page.IndexOf("<dl class=\"code\">", StringComparison.Ordinal)..]);
        var asked = int.Parse(Asked().Match(page).Groups[1].ValueSpan);
        Must(wire, Step(wire, "kept", $"group={groups[asked - 1].Groups[1].Value}"));
    }

    public byte[] Request(string step, string typed)
    {
        var body = $"token={Token}&submission={submission}&step={step}&{typed}";
        return Encoding.ASCII.GetBytes($"POST /en/talk HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    /// <summary>Nonsense of about so many letters, form-encoded.</summary>
    public static string Nonsense(Random chance, int letters)
    {
        var text = new StringBuilder(letters + 8);
        while (text.Length < letters)
            text.Append(Syllables[chance.Next(Syllables.Length)]).Append(chance.Next(3) == 0 ? "+" : "");
        return text.ToString().Trim('+');
    }

    private static void Must(Wire wire, int status)
    {
        if (status != 200)
            throw new InvalidOperationException($"A step was answered with {status}: {Encoding.UTF8.GetString(wire.Body)[..Math.Min(200, wire.Body.Length)]}");
    }

    private void Take(Wire wire)
    {
        Token = Hidden(wire.Body, "name=\"token\" value=\""u8);
        submission = Hidden(wire.Body, "name=\"submission\" value=\""u8);
    }

    private static string Hidden(ReadOnlySpan<byte> page, ReadOnlySpan<byte> before)
    {
        var at = page.IndexOf(before);
        if (at < 0)
            return "";
        var value = page[(at + before.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }

    [GeneratedRegex("<span>([0-9A-Z]{4})</span>")]
    private static partial Regex Spans();

    [GeneratedRegex("<label class=\"govuk-label\" for=\"group\">[^0-9<]*([1-5])")]
    private static partial Regex Asked();
}
