using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>SHAPE020 to SHAPE049: pages, links and what a campaign must cover.</summary>
internal static class PageRules
{
    internal static readonly Rule MissingPage = new("SHAPE020", Error, "A page is missing",
        "Every campaign has the same ten pages in its reference language; a missing one would be a dead door.",
        "write the page", "no pages/en/privacy.md", "all ten pages in pages/en");

    internal static readonly Rule FrontMatter = new("SHAPE021", Error, "A page without front matter",
        "The heading, the lead and the one action of a page stand between two lines of ---.",
        "begin the file with ---, heading, lead, and ---", "## Hello", "---\\nheading: Hello\\nlead: …\\n---");

    internal static readonly Rule Html = new("SHAPE022", Error, "HTML in a page",
        "Pages are Markdown only. HTML could bring scripts, forms or pictures from elsewhere onto a page that promises none.",
        "say it in Markdown, or in a panel", "<b>never</b>", "**never**");

    internal static readonly Rule Picture = new("SHAPE023", Error, "A picture in a page",
        "This campaign shows no pictures of children and loads nothing from elsewhere; its pages are type, shape and colour.",
        "take the picture out and say it in words", "![A child](photo.jpg)", "a sentence");

    internal static readonly Rule BadLink = new("SHAPE024", Error, "A link that is not allowed",
        "Links lead to a page of the site (/find-help) or to an https address; anything else can run code or be read on the way.",
        "link to a page of the site or to an https address", "[x](javascript:…)", "[ways to help](/find-help)");

    internal static readonly Rule BadToken = new("SHAPE025", Error, "Double brackets that mean nothing",
        "Double brackets cite a figure, a service or a message, or draw a block; misspelt they would be printed as they are.",
        "use one of the forms in docs/packs.md; blocks stand on a line of their own", "[[servces]]", "[[services]]");

    internal static readonly Rule BadPanel = new("SHAPE026", Error, "A panel that is not right",
        "A panel is story, panel, say, dont or steps with a title, closed by :::, and holds no other panel; steps holds one numbered list.",
        "write ::: KIND TITLE, the text, and ::: on a line of its own", "::: warning", "::: panel If you are in danger");

    internal static readonly Rule HeadingLevel = new("SHAPE027", Error, "A heading at the wrong level",
        "The page's own heading is level one. People who listen jump from heading to heading; a skipped level reads as something lost.",
        "begin at ## and go down one level at a time", "# Title", "## Title");

    internal static readonly Rule DeadLink = new("SHAPE028", Error, "A link to a page that is not there",
        "Somebody who dared to click meets nothing.",
        "link to a page of the pack", "/find-hlep", "/find-help");

    internal static readonly Rule DeadAnchor = new("SHAPE029", Error, "A link to a heading that is not there",
        "The reader lands at the top of a page instead of at what was promised.",
        "use the heading's own words, or give the heading an id: ## Stop now {#stop}", "/yourself#stopp", "/yourself#stop");

    internal static readonly Rule UnknownCitation = new("SHAPE030", Error, "Citing what does not exist",
        "A figure, service or message that is not in the pack cannot be shown.",
        "cite an id from services.yaml, figures.yaml or messages", "[[service:childlin]]", "[[service:childline]]");

    internal static readonly Rule NoHelp = new("SHAPE031", Error, "A page without a way to help",
        "Whatever page somebody lands on, help is one click away.",
        "give the page an action to /find-help, a link to it, or [[services]]", "a page that only warns", "action: {label: Find help, to: /find-help}");

    internal static readonly Rule NoCrisisLine = new("SHAPE032", Error, "No crisis line for an adult at risk",
        "People who face what they have done may think of ending their life. A crisis line stands beside every message to them.",
        "cite a service of kind crisis for yourself on the page: [[services:yourself]] or [[service:ID]]", "a yourself page that cites only police", "[[service:samaritans]]");

    internal static readonly Rule LawToYoung = new("SHAPE033", Error, "The law held against young people",
        "A child who is afraid of the law does not tell anyone. Messages to young people say that they are not in trouble.",
        "choose harm, help or hope, and say so", "audience: young-people, appeal: law", "audience: young-people, appeal: help");

    internal static readonly Rule TopicUncovered = new("SHAPE034", Error, "A promised topic is not covered",
        "The pack promises it in campaign.yaml; a reader will come for it.",
        "write a message or page that covers it, or take the promise back", "topics: [signs], and nothing covers signs", "covers: [signs]");

    internal static readonly Rule AimUncovered = new("SHAPE035", Error, "A promised aim has no message",
        "The pack promises a message with this aim to this audience.",
        "write one, or take the promise back", "yourself: [stop], and no message to yourself says stop", "audience: yourself, aim: stop");

    internal static readonly Rule TooFewMessages = new("SHAPE036", Error, "Fewer messages than promised",
        "Attention falls at the second sight of the same thing; a campaign needs enough messages to vary.",
        "write more, or lower messages_at_least", "messages_at_least: 24 and 20 messages", "24 messages");

    internal static readonly Rule BadCode = new("SHAPE037", Error, "A placement code that cannot be printed",
        "A code is typed from a poster by somebody in a hurry.",
        "use 3 to 12 lower-case letters and digits", "code: Bus-1!", "code: bus1");

    internal static readonly Rule NotHere = new("SHAPE038", Error, "A key that does not belong on this page",
        "Doors belong to the four audience pages, footer labels to about, privacy and accessibility, and topics to the reference language.",
        "take it out", "door: … on privacy.md", "door: … on parents.md");

    internal static readonly Rule OtherMarkdown = new("SHAPE039", Error, "Markdown that pages do not use",
        "Pages have headings, paragraphs, lists, quotations, strong words and links. Anything else would be lost on the way to the page; four spaces before a line make it code.",
        "write it as a paragraph or a list", "    indented by four spaces", "a paragraph");
}
