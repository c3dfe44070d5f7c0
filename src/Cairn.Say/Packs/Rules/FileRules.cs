using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>SHAPE001 to SHAPE019: files and YAML.</summary>
internal static class FileRules
{
    internal static readonly Rule MissingFile = new("SHAPE001", Error, "A file or folder is missing",
        "Every pack has the same files, so that an editor finds things and nothing is left out by accident.",
        "add it; docs/packs.md shows what goes in it", "a pack without services.yaml", "all files of docs/packs.md");

    internal static readonly Rule UnknownFile = new("SHAPE002", Error, "A file that no pack has",
        "A misspelt file name would otherwise be ignored in silence.",
        "rename it as in docs/packs.md, or take it out of the pack", "messages/english.yaml", "messages/en.yaml");

    internal static readonly Rule Outside = new("SHAPE003", Error, "A link to somewhere else",
        "A pack is published as it lies in its folder. A link could bring in a file nobody meant to publish.",
        "put a copy of the file itself into the pack", "services.yaml -> /etc/services.yaml", "services.yaml as a plain file");

    internal static readonly Rule TooLarge = new("SHAPE004", Error, "A file is too large",
        "Text of a campaign is small. A large file is something else.",
        "keep each file under 512 kB", "a page of 3 MB", "a page of 6 kB");

    internal static readonly Rule NotUtf8 = new("SHAPE005", Error, "Text that is not UTF-8",
        "In any other encoding, Gaelic, Polish and Urdu letters turn into rubbish.",
        "save the file as UTF-8 and type the damaged letters again", "a file saved as Windows-1252", "a file saved as UTF-8");

    internal static readonly Rule YamlSyntax = new("SHAPE006", Error, "YAML that cannot be read",
        "The file stops making sense at this line; nothing after it was read.",
        "indent with spaces, close every quote and bracket", "\tid: x", "  id: x");

    internal static readonly Rule UnknownKey = new("SHAPE007", Error, "An unknown key",
        "A misspelt key would otherwise be ignored, and its text lost.",
        "take it out, or spell it as in docs/packs.md", "hedding: Stop", "heading: Stop");

    internal static readonly Rule DuplicateKey = new("SHAPE008", Error, "The same key twice",
        "Only one of the two could count, and nobody could say which.",
        "keep one of them", "id: a, then id: b", "id: a");

    internal static readonly Rule MissingKey = new("SHAPE009", Error, "A key is missing",
        "Every field is there for a reader, an editor or a safeguard; none has a default that would be right for all.",
        "add it; docs/packs.md shows what goes in it", "a message without an aim", "aim: seek-help");

    internal static readonly Rule WrongType = new("SHAPE010", Error, "A value of the wrong kind",
        "A number where text is expected, or a list where one value is, is most often a slip of the indentation or a missing quote.",
        "write the kind of value that docs/packs.md shows", "messages_at_least: many", "messages_at_least: 24");

    internal static readonly Rule UnknownWord = new("SHAPE011", Error, "A word that is not on the list",
        "Audiences, aims, appeals, topics, kinds and states are closed lists, so that coverage can be counted.",
        "choose one of the listed words", "audience: teenagers", "audience: young-people");

    internal static readonly Rule DuplicateId = new("SHAPE012", Error, "The same id twice",
        "Pages cite by id; two things with one id cannot be told apart.",
        "give one of them another id", "two messages with id: stop-now", "id: stop-now and id: stop-today");

    internal static readonly Rule BadId = new("SHAPE013", Error, "An id that cannot be an id",
        "Ids appear in addresses and citations.",
        "use lower-case letters, digits and single hyphens, at most 60", "id: Stop Now!", "id: stop-now");

    internal static readonly Rule EmptyText = new("SHAPE014", Error, "A text without words",
        "An empty heading or button leaves a hole on the page, and a reader by ear meets nothing at all.",
        "write the text, or take the key out", "heading: \"\"", "heading: You are not in trouble");

    internal static readonly Rule Alias = new("SHAPE015", Error, "YAML anchors, aliases and tags",
        "They hide where a text comes from, and a small file can grow without end.",
        "write the value out in full", "name: *other", "name: Childline");

    internal static readonly Rule NotHttps = new("SHAPE016", Error, "An address that is not https",
        "A reader is never sent over a connection others can read or change.",
        "write a full address that begins with https://", "exit: http://example.org", "exit: https://example.org");

    internal static readonly Rule DatesTurned = new("SHAPE017", Error, "An end before its beginning",
        "Dates the wrong way round are a slip.",
        "put the earlier date first", "from: 2018-04-30, to: 2018-03-27", "from: 2018-03-27, to: 2018-04-30");

    internal static readonly Rule BadAllowance = new("SHAPE018", Error, "An exception without a reason",
        "Exceptions are for statutes and proper names that quote what they quote. The reason tells the next editor why.",
        "give code (TERM or CLAIM), text and a written reason", "- {code: TERM001, text: \"...\", reason: \"\"}", "reason: The short title of an Act of 1978.");

    internal static readonly Rule UnusedAllowance = new("SHAPE019", Warning, "An exception nothing needs",
        "An exception left behind will one day hide a mistake.",
        "take it out of allow", "an exception for a text that was rewritten", "only exceptions in use");
}
