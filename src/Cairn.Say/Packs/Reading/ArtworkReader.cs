using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>artwork.yaml</c>.</summary>
internal static partial class ArtworkReader
{
    public static IReadOnlyList<Placement> Read(YamlMap file, Language reference, PackMap things)
    {
        var placements = new List<Placement>();
        foreach (var map in file.Maps("placements"))
        {
            var (code, name, channel, to) = (map.Written("code"), map.Text("name"), map.Text("channel"), map.Text("to"));
            map.Done();
            if (code is not null && !CodeForm().IsMatch(code))
                file.Findings.Add(PageRules.BadCode, map.At("code"), $"'{code}' cannot be printed on artwork.");
            else if (code is not null && !things.Declare($"placement:{code}", map.Place))
                file.Findings.Add(FileRules.DuplicateId, map.At("code"), $"There is another placement '{code}'.");
            else if (code is not null && name is not null && channel is not null && to is not null)
                placements.Add(new(code, name, channel, to));
            if (to is not null)
                things.Links.Add(new(map.At("to"), reference, null, to));
        }

        file.Done();
        return placements;
    }

    [GeneratedRegex(@"^[a-z0-9]{3,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
