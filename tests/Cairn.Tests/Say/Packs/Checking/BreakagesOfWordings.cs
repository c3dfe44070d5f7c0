namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private static IEnumerable<Breakage> Wordings =>
    [
        Said("TERM001", "Child  Pornography", "child sexual abuse material"),
        Said("TERM001", "kiddie porn", "child sexual abuse material"),
        Said("TERM002", "child prostitutes", "sexual exploitation"),
        Said("TERM002", "child sex worker", "sexual exploitation"),
        Said("TERM003", "child sex tourism", "travel and tourism"),
        Said("TERM004", "young sex offenders", "harmful sexual behaviour"),
        Said("TERM004", "juvenile sex offender", "harmful sexual behaviour"),
        ToReader("TERM005", "paedophiles", "describe the thoughts"),
        Said("TERM006", "paedophile", "sexually abused a child") with { Warning = true },
        Said("TERM007", "Sextortion", "sexual extortion") with { Warning = true },
        Said("TERM008", "sexting", "intimate images") with { Warning = true },
        Said("TERM009", "revenge porn", "intimate image abuse") with { Warning = true },
        Said("TERM010", "clients of a child", "offender") with { Warning = true },
        Said("TERM011", "relationship with an abuser", "what the adult does"),
        Said("TERM011", "sending pictures to an adult", "what the adult does"),
        Said("TERM012", "put themselves at risk", "the adult's act") with { Warning = true },
        Said("TERM012", "lifestyle choices", "the adult's act") with { Warning = true },
        Said("TERM013", "perpetrators", "which word fits") with { Note = true },
        ToReader("TERM014", "Predators", "never the person"),
        ToReader("TERM014", "monster", "never the person"),
        ToReader("TERM014", "pervert", "never the person"),
        ToReader("TERM014", "evil", "never the person"),
        ToReader("TERM014", "you are an abuser", "never the person"),
        Said("TERM015", "age of consent", "explain the word") with { Note = true },
        Row("TERM016", "a language without a list of words", Campaign, "code: en", "a reader of the language", _ => { }) with { Note = true },
        Row("READ001", "too hard for the young", Messages, "heading: You are not in trouble.", "shorter sentences", p => p.Change(Messages, "body: If someone scares you online, you can tell us. It is not your fault.",
            "body: Whenever somebody communicates something intimidating, immediately contacting a responsible organisation considerably increases the probability of a satisfactory resolution.")),
        Row("READ001", "hard, but not too hard for adults", Messages, "heading: You are not in trouble.", "shorter sentences", p => p.Change(Messages, "body: If someone scares you online, you can tell us. It is not your fault.",
            "body: If someone you only know from a game or a chat tries to frighten you, you can always tell another person you trust about it.")),
        Row("READ002", "too hard for anybody", Someone, "## What to do", "shorter sentences", p => p.Change(Someone, Plain,
            "Considerable responsibility necessarily accompanies every communication concerning suspicions regarding inappropriate behaviour, particularly within interconnected communities.")),
        Row("READ003", "a language without a formula", Campaign, "code: en", "a reader of the language", _ => { }) with { Note = true },
    ];

    private static Breakage Said(string code, string words, string remedy) =>
        Row(code, $"\"{words}\"", Someone, $"They say {words}", remedy, p => p.Change(Someone, Plain, $"{Plain}\nThey say {words} there."));

    private static Breakage ToReader(string code, string words, string remedy) =>
        Row(code, $"\"{words}\" to an adult at risk", Messages, $"They say {words}", remedy, p => p.Change(Messages, ToAdult, $"They say {words}."));
}
