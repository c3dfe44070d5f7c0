namespace Cairn.Say.Moments;

/// <summary>The words of a warning in one language; section <c>moments</c> of a pack's <c>words/{l}.yaml</c>. Labels say what happens and whom one reaches.</summary>
internal sealed record MomentWords
{
    /// <summary>Also said to whoever may be under 18.</summary>
    public required string UnderEighteen { get; init; }
    /// <summary>Holes {name} and {number}.</summary>
    public required string Call { get; init; }
    /// <summary>Hole {name}.</summary>
    public required string Chat { get; init; }
    /// <summary>Hole {name}.</summary>
    public required string Visit { get; init; }
    /// <summary>Hole {name}.</summary>
    public required string Report { get; init; }
    /// <summary>Holes {name} and {number}; the children's line.</summary>
    public required string Young { get; init; }
    /// <summary>Holes {name} and {number}; stands beside every message to an adult.</summary>
    public required string Crisis { get; init; }
    /// <summary>Hole {number}.</summary>
    public required string Emergency { get; init; }
    public required string Page { get; init; }
    public required string Close { get; init; }
    /// <summary>Beside the one action.</summary>
    public required string NoName { get; init; }
    public required string OtherWays { get; init; }
    /// <summary>Heading over the crisis line and the emergency number.</summary>
    public required string Urgent { get; init; }
    /// <summary>How to leave, and who is told of it: nobody.</summary>
    public required string Leaving { get; init; }
}
