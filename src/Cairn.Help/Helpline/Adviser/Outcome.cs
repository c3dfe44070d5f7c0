namespace Cairn.Help.Helpline.Adviser;

/// <summary>How a conversation ended, as its adviser says it. Only these words leave the seal, as counts of a day.</summary>
/// <param name="Code">The word in the database; never used again for something else.</param>
/// <param name="What">For advisers.</param>
internal sealed record Outcome(string Code, string What)
{
    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("answered", "Answered here"),
        new("own-way-on", "Found a way on by themselves"),
        new("helpline", "Led to a helpline to call or chat with"),
        new("treatment", "Led to treatment or a programme"),
        new("police-101", "Led to the police on 101"),
        new("ceop", "Led to CEOP"),
        new("image-removal", "Led to having a picture taken down"),
        new("emergency", "Told to call 999"),
        new("safeguarding", "Passed on because a child is at risk"),
        new("trusted-adult", "Will tell an adult they trust"),
        new("silent", "Did not come back"),
        new("wrong-door", "Meant for somebody else"),
        new("nonsense", "Not a message from a person in need"),
    ];

    public static bool Knows(string code) => All.Any(o => o.Code == code);
}

/// <summary>Why a red flag is raised.</summary>
internal sealed record FlagReason(string Code, string What)
{
    public static IReadOnlyList<FlagReason> All { get; } =
    [
        new("child-named", "A child is at risk and could be found from what was written"),
        new("life", "Somebody's life is at risk"),
        new("offence", "An offence is described with details that identify somebody"),
        new("law", "A court or the law orders that it is kept or handed over"),
        new("unsure", "I am not sure and want a second pair of eyes"),
    ];

    public static bool Knows(string code) => All.Any(o => o.Code == code);
}
