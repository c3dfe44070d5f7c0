using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>A rule about a wording, and the pattern that finds it.</summary>
/// <param name="Only">Texts that speak to this audience; null for all.</param>
/// <param name="NotFor">Texts that speak to this audience have a stricter rule of their own.</param>
internal sealed record Term(Rule Rule, Regex Pattern, Audience? Only = null, Audience? NotFor = null);

/// <summary>TERM: the field's standard words, after the classes of the Luxembourg Guidelines (avoid, with care), in our own words.</summary>
/// <remarks>English only. Rows whose source could not be read are warnings, not errors.</remarks>
internal static partial class TermRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    internal static readonly Rule ChildPornography = new("TERM001", Error, "Child pornography",
        "Pornography is made by people who can agree to it. This is the record of a child being abused.",
        "write child sexual abuse material, or in law: indecent images of children", "child pornography", "child sexual abuse material");

    internal static readonly Rule ChildProstitution = new("TERM002", Error, "Child prostitution",
        "A child cannot sell what a child cannot agree to. The word moves the act onto the child.",
        "write child subjected to sexual exploitation", "child prostitute", "child subjected to sexual exploitation");

    internal static readonly Rule ChildSexTourism = new("TERM003", Error, "Child sex tourism",
        "It makes a crime sound like a holiday.",
        "write sexual exploitation of children in travel and tourism, or live streaming of child sexual abuse", "child sex tourism", "sexual exploitation of children in travel and tourism");

    internal static readonly Rule YoungOffender = new("TERM004", Error, "Juvenile sex offender",
        "A child who harmed another child is a child first, and is not an adult offender made small.",
        "write child who has displayed harmful sexual behaviour", "juvenile sex offender", "child who has displayed harmful sexual behaviour");

    internal static readonly Rule PaedophileToReader = new("TERM005", Error, "Paedophile, to an adult at risk",
        "The word names a person, not an act, and whoever is called it stops reading. No message labels its reader.",
        "describe the thoughts or the act: sexual thoughts about children", "paedophile", "a person worried about sexual thoughts about children");

    internal static readonly Rule Paedophile = new("TERM006", Warning, "Paedophile",
        "Not everyone who abuses a child has this disorder, and not everyone who has it abuses a child.",
        "write person who has sexually abused a child", "paedophile", "a person who has sexually abused a child");

    internal static readonly Rule Sextortion = new("TERM007", Warning, "Sextortion",
        "The popular word hides that it is extortion. It may be glossed once, where somebody looks for it.",
        "write sexual extortion", "sextortion", "sexual extortion");

    internal static readonly Rule Sexting = new("TERM008", Warning, "Sexting",
        "Of a child's picture the word is too light, and it blames the child.",
        "write sharing of nude or intimate images by children", "sexting", "sharing an intimate image");

    internal static readonly Rule RevengePorn = new("TERM009", Warning, "Revenge porn",
        "There was nothing to take revenge for, and it is not pornography.",
        "write intimate image abuse", "revenge porn", "intimate image abuse");

    internal static readonly Rule Customer = new("TERM010", Warning, "Customer of a child",
        "Words of trade hide a crime.",
        "write perpetrator or offender", "client of a child", "offender");

    internal static readonly Rule Relationship = new("TERM011", Error, "The child as a partner in it",
        "A child has no relationship with an abuser and does not simply send pictures to an adult: an adult targets a child.",
        "say what the adult does: is grooming, is exploiting, made the child send", "in a relationship with an abuser", "is being groomed by an adult");

    internal static readonly Rule Blame = new("TERM012", Warning, "Words that blame the child",
        "Risk, consent and lifestyle are words that put the act on the one it was done to.",
        "leave it out and describe the adult's act", "put themselves at risk", "was targeted by an adult");

    internal static readonly Rule VictimOrSurvivor = new("TERM013", Info, "Victim, survivor, perpetrator",
        "Follow the person's own word; of a child, perpetrator is not said.",
        "ask which word fits the person spoken of", "child perpetrator", "child who has displayed harmful sexual behaviour");

    internal static readonly Rule LabelToReader = new("TERM014", Error, "A label for the reader",
        "Whoever is called a monster has nothing left to lose. Say what the act does and where help is.",
        "describe the behaviour and its consequence, never the person", "You are a predator.", "What you do harms a child. You can stop.");

    internal static readonly Rule WithCare = new("TERM015", Info, "A word to use with care",
        "Grooming, self-generated, online abuse and age of consent are easily misunderstood.",
        "explain the word where it first stands", "grooming", "grooming: becoming a child's friend in order to abuse them");

    internal static readonly Rule NotChecked = new("TERM016", Info, "Terminology was not checked",
        "The list of words is English. Texts in other languages need a reader of that language who knows the field.",
        "ask a reader of the language", "-", "-");

    internal static readonly IReadOnlyList<Term> Terms =
    [
        new(ChildPornography, PornographyPattern()),
        new(ChildProstitution, ProstitutionPattern()),
        new(ChildSexTourism, TourismPattern()),
        new(YoungOffender, YoungOffenderPattern()),
        new(PaedophileToReader, PaedophilePattern(), Only: Audience.Yourself),
        new(Paedophile, PaedophilePattern(), NotFor: Audience.Yourself),
        new(Sextortion, SextortionPattern()),
        new(Sexting, SextingPattern()),
        new(RevengePorn, RevengePattern()),
        new(Customer, CustomerPattern()),
        new(Relationship, RelationshipPattern()),
        new(Blame, BlamePattern()),
        new(VictimOrSurvivor, VictimPattern()),
        new(LabelToReader, LabelPattern(), Only: Audience.Yourself),
        new(WithCare, CarePattern()),
    ];

    [GeneratedRegex(@"\b(child(ren)?(['’]?s)?['’]?|kiddie|kiddy)[\s-]+porn(o|ography|ographic)?\b", Options)]
    private static partial Regex PornographyPattern();

    [GeneratedRegex(@"\bchild(ren)?[\s-]+(prostitut(e|es|ion)|sex[\s-]+workers?)\b", Options)]
    private static partial Regex ProstitutionPattern();

    [GeneratedRegex(@"\bchild[\s-]+sex[\s-]+touris(m|t|ts)\b", Options)]
    private static partial Regex TourismPattern();

    [GeneratedRegex(@"\b(juvenile|young|youth)[\s-]+sex(ual)?[\s-]+offenders?\b", Options)]
    private static partial Regex YoungOffenderPattern();

    [GeneratedRegex(@"\bpa?edophil(es?|iacs?|ia|ic)\b", Options)]
    private static partial Regex PaedophilePattern();

    [GeneratedRegex(@"\bsextort(ion|ions|ed|ing|s)?\b", Options)]
    private static partial Regex SextortionPattern();

    [GeneratedRegex(@"\bsext(s|ing|ed)?\b", Options)]
    private static partial Regex SextingPattern();

    [GeneratedRegex(@"\brevenge[\s-]+porn(ography)?\b", Options)]
    private static partial Regex RevengePattern();

    [GeneratedRegex(@"\b(customers?|clients?|johns?|users?)\s+of\s+(a\s+|the\s+|these\s+)?(child|children)\b", Options)]
    private static partial Regex CustomerPattern();

    [GeneratedRegex(@"\brelationships?\s+with\s+(an?\s+|the\s+|her\s+|his\s+|their\s+|your\s+)?(abusers?|offenders?|perpetrators?|groomers?)\b|\bsen(d|ds|t|ding)\s+(\w+\s+){0,2}(pictures?|photos?|images?|videos?)\s+to\s+an\s+adult\b", Options)]
    private static partial Regex RelationshipPattern();

    [GeneratedRegex(@"\bput(s|ting)?\s+(themselves|themself|herself|himself|yourself)\s+at\s+risk\b|\bpromiscu(ous|ously|ity)\b|\bconsented\b|\blife-?\s?style\s+choices?\b", Options)]
    private static partial Regex BlamePattern();

    [GeneratedRegex(@"\b(victims?|survivors?|perpetrators?)\b", Options)]
    private static partial Regex VictimPattern();

    [GeneratedRegex(@"\b(monsters?|perverts?|perverted|predators?|predatory|evil)\b|\byou(['’]re|\s+are)\s+an?\s+((child\s+)?sex(ual)?\s+)?(offender|abuser|perpetrator|criminal)\b", Options)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"\b(groom(s|ed|ing)?|self-generated|online\s+abuse|age\s+of\s+(sexual\s+)?consent)\b", Options)]
    private static partial Regex CarePattern();
}
