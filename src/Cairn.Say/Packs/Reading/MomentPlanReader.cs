using Cairn.Say.Moments;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>moments.yaml</c>. What it names is looked up by the check, which knows the whole pack.</summary>
internal static class MomentPlanReader
{
    public static MomentPlan Read(YamlMap file, PackMap things)
    {
        var experiment = file.Has("experiment") ? file.Id("experiment") : null;
        var looks = file.OptionalWhole("looks", MomentPlan.FewestLooks, MomentPlan.MostLooks);
        var report = file.Has("report") ? Reports(file, things) : [];
        var arms = file.Has("arms") ? Arms(file, things) : null;
        if (experiment is not null && arms is null)
            file.Findings.Add(MomentRules.NothingCompared, file.At("experiment"), "The experiment names no arms.");
        file.Done();
        return new(experiment, looks ?? MomentPlan.FewestLooks, report, arms);
    }

    private static List<string> Reports(YamlMap file, PackMap things)
    {
        var named = file.Written("report", "a service's id").ToList();
        foreach (var (id, place) in named)
            things.Declare($"moment-report:{id}", place);
        return named.ConvertAll(n => n.Text);
    }

    private static List<PlannedArm> Arms(YamlMap file, PackMap things)
    {
        var arms = new List<PlannedArm>();
        foreach (var map in file.Maps("arms"))
        {
            var message = map.Id("message");
            var id = map.Has("id") ? map.Id() : message;
            var weight = map.Has("weight") ? map.Whole("weight", 1, MomentPlan.HeaviestArm) : map.OptionalWhole("weight", 1, 1) ?? 1;
            map.Done();
            if (id is not null && !things.Declare($"arm:{id}", map.Place))
                file.Findings.Add(FileRules.DuplicateId, map.Place, $"There is another arm '{id}'.");
            else if (id is not null && message is not null && weight is { } heavy)
                arms.Add(new(id, message, heavy));
        }

        return arms;
    }
}
