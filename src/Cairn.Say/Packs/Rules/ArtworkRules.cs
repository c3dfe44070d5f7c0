using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>LOOK010 on: what a piece of artwork must keep to in every format and language it is offered in.</summary>
internal static class ArtworkRules
{
    internal static readonly Rule Overflow = new("LOOK010", Error, "A text that does not fit",
        "Text is set smaller only as far as it can still be read from where the format is seen; it is never squeezed or cut.",
        "shorten the text, give a short headline (short:), or take the format out of the artwork's list", "a headline of thirty words on mobile", "short: {en: Stop now.}");

    internal static readonly Rule DraftOverflow = new("LOOK011", Info, "A draft that does not fit",
        "A draft translation is not shown to anybody; where it is too long for a format, that picture is left out until it is mended.",
        "shorten the text before the language is marked reviewed", "a long draft on mobile", "-");

    internal static readonly Rule NoRoomForCode = new("LOOK013", Error, "A code without room",
        "A phone finds a QR code by the blank around it, and reads it only when its squares are large enough.",
        "shorten the text, or take the format out of the artwork's list", "a custom size of 200x200 with a long headline", "square, portrait, a4");

    internal static readonly Rule TooManyIdeas = new("LOOK014", Error, "More than one idea on a six-sheet",
        "People pass it in a few seconds: at most two sentences and fourteen words, and no question with its answer.",
        "shorten the headline, or take d6 out of the artwork's list", "layout: question, with d6", "One click can stop it.");

    internal static readonly Rule NoAlternative = new("LOOK015", Error, "A picture without alternative text",
        "Whoever does not see the picture is told what it looks like; the words on it are added by the program.",
        "add alternative: {en: …}", "an artwork without alternative", "alternative: {en: A cursor in the middle of rings.}");

    internal static readonly Rule FigureWithheld = new("LOOK017", Error, "A figure that may not be shown",
        "A figure that is too old is not shown, on a poster least of all: what is printed stays.",
        "bring a newer figure, mark it historical, or take the artwork out", "figure: old-share", "figure: online-share");

    internal static readonly Rule ServiceWithheld = new("LOOK018", Error, "A service whose number may not be shown",
        "A printed number outlives the page it was read on. It must be verified (or seen, on a demonstration), and not expired.",
        "have the number checked, or name another service", "service: nhs-24, which nobody verified", "service: stop-it-now");

    internal static readonly Rule NoHelp = new("LOOK019", Error, "Artwork without a way to help",
        "Whoever it reaches must be able to act on it: a service, and a page with help behind its code. For adults worried about themselves that page also names a crisis line.",
        "add service:, and a code that leads to a page with services", "code: about1, leading to /about", "code: pub1, leading to /yourself");

    internal static readonly Rule NoGlyph = new("LOOK020", Error, "A letter that no font has",
        "It would print as an empty box.",
        "use a letter of Latin or Arabic script", "a Tibetan letter", "Gàidhlig, Polski, اردو");

    internal static readonly Rule UnknownFormat = new("LOOK021", Error, "A format there is not",
        "Formats are named, or given as WIDTHxHEIGHT in pixels, from 32 to 8000 a side.",
        "use a format of docs/artwork.md", "formats: [postcard]", "formats: [square, a4, 640x360]");

    internal static readonly Rule NothingToDraw = new("LOOK022", Error, "Artwork of something that is not there",
        "The sentence, the figure and the code come from elsewhere in the pack.",
        "correct the id", "message: clickcost", "message: click-cost");

    internal static readonly Rule LawForYoung = new("LOOK023", Error, "The law held against young people",
        "A child who is being abused may believe that they broke the law, and keep silent.",
        "choose a message with another appeal", "audience: young-people with an appeal to law", "appeal: help");
}
