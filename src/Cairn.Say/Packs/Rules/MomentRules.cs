using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>SHAPE050 to SHAPE059: warnings at the moment of risk.</summary>
internal static class MomentRules
{
    internal static readonly Rule UnknownArm = new("SHAPE050", Error, "An arm without its message",
        "A warning draws its words from the pack; an arm that names no message would never be shown.",
        "name a message of messages/{l}.yaml", "- {message: clik-cost}", "- {message: click-cost}");

    internal static readonly Rule UnfitArm = new("SHAPE051", Error, "A message that does not fit a moment",
        "At the moment of risk a message asks an adult to stop or to seek help, or a young person to tell or to seek help. One that teaches, or speaks to somebody else, has its place on a page.",
        "choose a message to yourself with the aim stop or seek-help, or to young-people with report or seek-help", "an arm with a message to parents", "an arm with a message to yourself that says stop");

    internal static readonly Rule LawArmForYoung = new("SHAPE052", Error, "The law held against young people in a warning",
        "A child who meets the law at the very moment of asking for help does not ask again.",
        "take the arm out", "an arm with a message to young-people whose appeal is law", "a message with the appeal help");

    internal static readonly Rule AimWithoutArm = new("SHAPE053", Error, "An aim without an arm",
        "A platform says whether it hopes that an adult stops or seeks help; for each there must be something to say.",
        "add an arm whose message is to yourself and has this aim", "arms with the aim stop only", "arms with stop and with seek-help");

    internal static readonly Rule NoCrisisLine = new("SHAPE054", Error, "No crisis line beside warnings",
        "A crisis line stands beside every message to an adult at risk, wherever in the country they are.",
        "add a service of kind crisis for yourself with a telephone number or a chat, for this nation", "a crisis line for Scotland alone", "a crisis line for every nation the pack serves");

    internal static readonly Rule NoHelp = new("SHAPE055", Error, "No way to help beside warnings",
        "A warning that has nowhere to lead is a locked door: the message with nothing but a report link was the one that lost.",
        "add a helpline for yourself with a telephone number, a chat or a site, for this nation", "no helpline for yourself", "kind: helpline, audiences: [yourself]");

    internal static readonly Rule UnknownReport = new("SHAPE056", Error, "A report that leads nowhere",
        "The link to report is a form of a service in the pack.",
        "name a service of kind report that has a form", "report: [childline]", "report: [iwf]");

    internal static readonly Rule NothingCompared = new("SHAPE057", Error, "An experiment without arms",
        "An experiment compares messages; without arms there is nothing to compare.",
        "name at least two arms, or take the experiment out", "experiment: autumn, and no arms", "experiment: autumn, and arms");
}
