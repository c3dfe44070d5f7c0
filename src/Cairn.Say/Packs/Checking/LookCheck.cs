using System.Globalization;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking;

/// <summary>LOOK: every text and the ground it stands on, as the stylesheet pairs them, with the pack's own colours where it has any.</summary>
internal static class LookCheck
{
    internal const double Least = 7;

    /// <summary>The product's own colours; the last three cannot be changed by a pack.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Own = new Dictionary<string, string>
    {
        ["ink"] = "#10222b",
        ["paper"] = "#faf7f2",
        ["stone"] = "#e9e3d9",
        ["slate"] = "#3a4850",
        ["beacon"] = "#ffb81c",
        ["yourself"] = "#0b5a8a",
        ["young-people"] = "#4f2683",
        ["parents"] = "#00585f",
        ["someone-else"] = "#2b5a30",
        ["danger"] = "#a81c26",
        ["white"] = "#ffffff",
        ["dark panel"] = "#1a323d",
        ["dark small print"] = "#c9d3d8",
    };

    private static readonly (string Text, string Ground)[] Pairs =
    [
        ("ink", "paper"), ("ink", "stone"), ("ink", "white"), ("slate", "paper"), ("slate", "stone"), ("slate", "white"), ("ink", "beacon"),
        ("white", "ink"), ("white", "yourself"), ("white", "young-people"), ("white", "parents"), ("white", "someone-else"), ("white", "danger"),
        ("paper", "ink"), ("paper", "dark panel"), ("dark small print", "ink"), ("dark small print", "dark panel"),
    ];

    public static void Run(Checked on)
    {
        var chosen = on.Pack.Campaign.Colours.ByName;
        string Colour(string name) => chosen.GetValueOrDefault(name) ?? Own[name];

        foreach (var (text, ground) in Pairs)
        {
            var ratio = Contrast.Between(Colour(text), Colour(ground));
            if (ratio >= Least)
                continue;
            // The pack's own colour is the one an editor can change.
            var own = chosen.ContainsKey(ground) ? ground : text;
            on.Findings.Add(
                TextRules.LowContrast, on.Map.Of($"colour:{own}", on.Map.Of("campaign:colours", new("campaign.yaml", 1))),
                string.Create(CultureInfo.InvariantCulture, $"{text} ({Colour(text)}) on {ground} ({Colour(ground)}) has a contrast of {Math.Floor(ratio * 100) / 100:0.##} to 1; 7 is needed."));
        }
    }
}
