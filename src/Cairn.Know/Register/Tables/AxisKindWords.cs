namespace Cairn.Know.Register.Tables;

internal static class AxisKindWords
{
    /// <summary>As mappings and previews write it.</summary>
    public static IReadOnlyDictionary<string, AxisKind> ByWord { get; } = new Dictionary<string, AxisKind>(StringComparer.Ordinal)
    {
        ["division"] = AxisKind.Division,
        ["place"] = AxisKind.Place,
        ["offence"] = AxisKind.OffenceGroup,
        ["online"] = AxisKind.Online,
        ["period"] = AxisKind.Period,
        ["other"] = AxisKind.Other,
    };

    public static string Word(this AxisKind kind) => ByWord.First(w => w.Value == kind).Key;
}
