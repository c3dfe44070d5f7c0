using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Cairn.Help.Directory.Desk;

/// <summary>What a member of staff filled in beside one field, and what is wrong with it.</summary>
/// <param name="act">The last part of the form's address.</param>
internal sealed class FieldForm(string field, string act, IFormCollection sent)
{
    private readonly Dictionary<string, string> problems = [];

    public string Field { get; } = field;

    public string Act { get; } = act;

    public bool IsGood => problems.Count == 0;

    /// <summary>In the order in which they were found, by the name of the input; the name is empty for the form as a whole.</summary>
    public IEnumerable<KeyValuePair<string, string>> Problems => problems;

    /// <summary>As it was typed, but for blanks around it.</summary>
    public string this[string name] => sent[name] is [{ } only] ? only.Trim().ReplaceLineEndings("\n") : "";

    public bool Holds(string name) => sent.ContainsKey(name);

    public string? ProblemOf(string name) => problems.GetValueOrDefault(name);

    public void Refuse(string name, string sentence) => problems.TryAdd(name, sentence);

    /// <summary>A day such as 2026-11-24; null and a problem when it is none.</summary>
    public LocalDate? Day(string name)
    {
        if (LocalDatePattern.Iso.Parse(this[name]) is { Success: true, Value: var day })
            return day;
        Refuse(name, "Write a day, such as 2026-11-24.");
        return null;
    }

    /// <summary>True unless the page showed another value than stands now: whoever confirms or retires means what they saw.</summary>
    public bool MeansWhatStands(DeskField now) => this["as-seen"] is var seen && (seen.Length == 0 || seen == Seen(now));

    /// <summary>A short sign of a field's value, for the form to carry.</summary>
    public static string Seen(DeskField now) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(now.Written)))[..16];

    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
