using System.Text.RegularExpressions;
using Cairn.Know.Register;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>CLAIM: numbers and promises typed into texts, and figures that cannot be.</summary>
internal static partial class ClaimCheck
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static void Run(Checked on)
    {
        var known = on.Pack.Services.Services
            .SelectMany(s => new[] { s.Phone, s.Textphone }).OfType<Help.Directory.Sourced<string>>()
            .Select(p => Digits(p.Value)).Where(d => d.Length > 3).ToHashSet();

        // The texts of a figure are part of its record; services and pages cite it.
        foreach (var text in on.Map.Texts.Where(t => t.Sort != TextSort.Figure || t.Key == "sentence"))
        {
            Promises(on, text);
            // How a share is said stands around tables of counts: which it is follows from the counts.
            if (text is not { Sort: TextSort.Words, Owner: "tables" })
                Numbers(on, text);
            Phones(on, text, known);
        }

        foreach (var figure in on.Pack.Figures.Figures)
            Figure(on, figure);
    }

    private static void Promises(Checked on, PackText text)
    {
        foreach (Match match in Untraceable().Matches(text.Text))
            Found(on, TextRules.Untraceable, text, match, $"\"{match.Value}\" is a promise nobody can keep.");
    }

    private static void Numbers(Checked on, PackText text)
    {
        foreach (Match match in Share().Matches(text.Text))
        {
            var promise = Untraceable().Matches(text.Text).Any(p => p.Index <= match.Index && match.Index < p.Index + p.Length);
            if (!promise)
                Found(on, TextRules.TypedNumber, text, match, $"\"{match.Value.Trim()}\" is typed here.");
        }
    }

    private static void Phones(Checked on, PackText text, HashSet<string> known)
    {
        foreach (Match match in PhoneShape().Matches(text.Text))
        {
            var digits = Digits(match.Value);
            if (known.Contains(digits) || (digits.Length >= 7 && match.Value[0] is '0' or '+'))
                Found(on, TextRules.TypedPhone, text, match, $"The number {match.Value.Trim()} is typed here.");
        }
    }

    private static void Figure(Checked on, Figure figure)
    {
        Place At(string key) => on.Map.Of($"figure:{figure.Id}:{key}", new("figures.yaml", 1));

        if (figure.AsOf > on.Today)
            on.Findings.Add(TextRules.FutureFigure, At("as_of"), $"The figure '{figure.Id}' describes a day that has not come.");
        if (figure.Origin is FigureOrigin.Read { SeenOn: var seen } && seen > on.Today)
            on.Findings.Add(TextRules.FutureFigure, At("seen_on"), $"The figure '{figure.Id}' was seen on a day that has not come.");
        var age = Period.DaysBetween(figure.AsOf, on.Today);
        if (age > on.Pack.Figures.MaxAgeDays && !figure.Historical)
            on.Findings.Add(TextRules.OldFigure, At("as_of"), $"The figure '{figure.Id}' is {age} days old; at most {on.Pack.Figures.MaxAgeDays} are allowed.");

        if (figure is not { Numerator: { } part, Denominator: { } whole })
            return;
        // What rounding to the published decimals allows, either way.
        var half = 0.5m / (decimal)Math.Pow(10, figure.Decimals);
        if (whole == 0 || part > whole || Math.Abs((100m * part / whole) - figure.Value) > half)
            on.Findings.Add(TextRules.ImpossibleFigure, At("numerator"), $"{part} of {whole} is not {figure.Value} %.");
    }

    private static void Found(Checked on, Rule rule, PackText text, Match match, string message)
    {
        if (!on.Allowances.Cover(rule, text.Text, match.Index, match.Length))
            on.Findings.Add(rule, on.Map.LineOf(text, match.Value), message);
    }

    private static string Digits(string written) => string.Concat(written.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\b(un-?traceable|can(not|['’]t|\s+not|\s+never)\s+be\s+traced|never\s+be\s+traced|(guaranteed?|complete(ly)?|total(ly)?|fully|perfect(ly)?|absolute(ly)?)\s+anonym(ous|ously|ity)|(nobody|no[\s-]?one)\s+(can|could|will|would|shall)\s+ever\s+(know|find\s+out|trace|see|tell|learn))\b|\b100\s?(%|per\s?cent)\s+(anonymous|private|confidential|secure|safe|secret)\b", Options)]
    private static partial Regex Untraceable();

    private const string Count = @"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one|two|three|several)?\s?(?:dozen|hundred|thousand|million)s?(?:\s+of)?)";

    [GeneratedRegex(
        @"\d[\d.,]*\s?(?:%|٪|per\s?cent\b|percent\b)"
        + @"|\b(?:one|two|three|four|five|six|seven|eight|nine|" + @"\d[\d.,]*" + @")[\s-]+(?:in|out\s+of)(?:\s+every)?[\s-]+(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\s+hundred|\d[\d.,]*)\b(?!\s*(?:minutes?|hours?|days?|weeks?|months?|years?))"
        + @"|\b(?:a|one|two|three|nearly|almost)[\s-]+(?:half|thirds?|quarters?|fifths?|tenths?)\s+of\b"
        + @"|\b" + Count + @"\s+times\s+(?:more|less|as|higher|likelier)\b"
        + @"|\b" + Count + @"\s+(?:(?:young|other|more|registered)\s+)*(?:people|persons|children|adults|men|women|boys|girls|victims|survivors|offenders|callers|calls|offences|crimes|images|reports)\b",
        Options)]
    private static partial Regex Share();

    [GeneratedRegex(@"(?<![\w.])\+?\d(?:[\s().-]{0,2}\d){3,14}(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneShape();
}
