namespace Cairn.Say.Packs.Rules;

internal enum RuleLevel
{
    /// <summary>Worth a thought; listed in JSON and SARIF, counted in text.</summary>
    Info,

    /// <summary>Probably wrong, but the pack may be published.</summary>
    Warning,

    /// <summary>The pack cannot be published.</summary>
    Error,
}

/// <summary>One thing a pack must keep to. Codes are stable: a code is never used again for something else.</summary>
/// <param name="Remedy">What to do, when a finding has nothing more exact to say.</param>
internal sealed record Rule(string Code, RuleLevel Level, string Title, string Why, string Remedy, string Bad, string Good)
{
    public override string ToString() => Code;
}
