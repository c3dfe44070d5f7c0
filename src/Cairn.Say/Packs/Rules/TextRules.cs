using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>CLAIM, READ, LOOK and LANG: what texts claim, how they read and look, and in which languages.</summary>
internal static class TextRules
{
    internal static readonly Rule TypedNumber = new("CLAIM001", Error, "A number typed into a text",
        "A share or a number of people is cited by id, so that its base, date and source travel with it and it disappears when it is too old.",
        "put the figure into figures.yaml and cite it: [[figure:ID]]", "almost 23 % of them", "[[figure:online-share]] of them");

    internal static readonly Rule TypedPhone = new("CLAIM002", Error, "A telephone number typed into a text",
        "Numbers change. One that is cited by id disappears on the day it expires; one typed into a text stays for ever.",
        "put the number into services.yaml and cite it: [[service:ID]]", "Call 020 7946 0000", "Call [[service:helpline]]");

    internal static readonly Rule Untraceable = new("CLAIM003", Error, "A promise nobody can keep",
        "A host, a court or somebody at the next desk may learn more than we wish. We say exactly what is known and to whom.",
        "say what is not asked, not kept or not passed on", "You are untraceable here.", "We do not ask for your name.");

    internal static readonly Rule NoBase = new("CLAIM004", Error, "A figure without its base",
        "A percentage means nothing until one knows of what.",
        "add base: the people the share is a share of", "value: 23, and no base", "base: {en: people on the register on that day}");

    internal static readonly Rule OldFigure = new("CLAIM005", Error, "A figure that is too old",
        "Readers take a figure for today's. Past max_age_days it is not shown unless it is marked historical, with its month beside it.",
        "bring a newer figure, or mark it historical: true", "as_of: 2015-01-01", "as_of: 2026-03-31");

    internal static readonly Rule ImpossibleFigure = new("CLAIM006", Error, "A figure that does not add up",
        "A share lies between 0 and 100, and the counts published with it give that share.",
        "read the source again and correct value, numerator or denominator", "value: 123", "value: 23");

    internal static readonly Rule FutureFigure = new("CLAIM007", Error, "A figure from the future",
        "A day that has not come yet was not measured and not seen.",
        "correct as_of or seen_on", "as_of: 2099-01-01", "as_of: 2018-03-07");

    internal static readonly Rule HardForYoung = new("READ001", Error, "Too hard for a young reader",
        "Young people, frightened ones above all, must take it in at first reading: a reading age of at most 9.",
        "use shorter sentences and shorter words", "a sentence of forty words", "Tell someone. It is not your fault.");

    internal static readonly Rule Hard = new("READ002", Error, "Too hard to read",
        "The average reader of public information reads at age 9 to 11; a frightened one reads less. A reading age of at most 11.",
        "use shorter sentences and shorter words", "a sentence of forty words", "Stop now. Help is there.");

    internal static readonly Rule NotScored = new("READ003", Info, "Reading age was not measured",
        "The formula is made for English. Texts in other languages need a reader of that language.",
        "ask a reader of the language", "-", "-");

    internal static readonly Rule LowContrast = new("LOOK001", Error, "Colours too close to each other",
        "Every text and its ground are at least 7 to 1 apart (WCAG 2, level AAA), also on a cheap phone in the sun.",
        "choose a darker or a lighter colour in campaign.yaml", "yourself: \"#ffe100\" under white text", "yourself: \"#0b5a8a\"");

    internal static readonly Rule UnknownColour = new("LOOK002", Error, "A colour the look does not have",
        "Only the named colours are used; another name would change nothing.",
        "use ink, paper, stone, slate, beacon, yourself, young-people, parents, someone-else or danger", "primary: \"#123456\"", "ink: \"#10222b\"");

    internal static readonly Rule NotAColour = new("LOOK003", Error, "Not a colour",
        "Colours are written one way so that their contrast can be measured.",
        "write # and six hex digits, in quotes", "ink: navy", "ink: \"#10222b\"");

    internal static readonly Rule BadMark = new("LOOK004", Error, "A mark that cannot be drawn",
        "The mark is drawn on pages, icons and posters from plain shapes.",
        "give a width, a height and shapes with SVG path data", "path: \"<svg …>\"", "path: \"M0 0 H10 V10 Z\"");

    internal static readonly Rule MissingFileOfLanguage = new("LANG001", Error, "A reviewed language lacks a file",
        "A reviewed language is complete: its readers meet no English in between.",
        "write the file, or mark the language draft", "gd is reviewed, and no messages/gd.yaml", "messages/gd.yaml");

    internal static readonly Rule MissingText = new("LANG002", Error, "A reviewed language lacks a text",
        "A reviewed language is complete: its readers meet no English in between.",
        "translate it, or mark the language draft", "gd is reviewed, and a message has no body in it", "body: …");

    internal static readonly Rule DraftGap = new("LANG003", Info, "A draft has gaps",
        "Gaps of a draft fall back to the reference language.",
        "translate what is missing before the language is marked reviewed", "-", "-");

    internal static readonly Rule SameAsReference = new("LANG004", Warning, "A text that was not translated",
        "The text is the same as in the reference language, letter for letter.",
        "translate it, or leave it out of a draft", "gd: Find help", "gd: Faigh cuideachadh");

    internal static readonly Rule UnnamedLanguage = new("LANG005", Error, "A text in a language the campaign does not name",
        "Nobody would ever see it.",
        "add the language to campaign.yaml, or take the text out", "pages/fr/home.md", "languages: [… {code: fr, state: draft}]");

    internal static readonly Rule NotALanguage = new("LANG006", Error, "Not a language code",
        "Codes are ISO 639: two or three lower-case letters.",
        "write a code such as en, gd, pl, ur or cy", "code: english", "code: en");

    internal static readonly Rule NotInReference = new("LANG007", Error, "A translation of nothing",
        "The reference language decides which messages and pages exist.",
        "correct the id, or write the text in the reference language first", "id: stop-nwo in messages/gd.yaml", "id: stop-now");

    internal static readonly Rule WrongHoles = new("LANG008", Error, "Braces that do not fit",
        "The program fills words in braces; a missing or misspelt one leaves a gap on the page.",
        "use exactly the words in braces that the key asks for", "opens_today: opens {tme}", "opens_today: opens at {time}");

    internal static readonly Rule OtherCitations = new("LANG009", Warning, "A translation cites other things",
        "A translation that lacks a figure, a service or a block offers its readers less.",
        "cite the same figures, services and messages as the reference page", "no [[services]] in pages/gd/yourself.md", "[[services]] as in pages/en/yourself.md");
}
