using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Moments;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking;

/// <summary>SHAPE050 on: what warnings at the moment of risk need of a pack.</summary>
internal static class MomentCheck
{
    public static void Run(Checked on)
    {
        var messagesRead = !on.Map.Unread.Contains($"messages/{on.Reference}.yaml");
        if (on.Pack.Moments.Arms is { } arms && messagesRead)
            Arms(on, arms);
        if (on.Map.Unread.Contains("services.yaml"))
            return;
        foreach (var id in on.Pack.Moments.Report.Where(id => !on.Pack.Services.Services.Any(s => s.Id == id && s is { Kind: ServiceKind.Report, Form: not null })))
            on.Findings.Add(MomentRules.UnknownReport, on.Map.Of($"moment-report:{id}", new("moments.yaml", 1)), $"'{id}' is no service with a form to report.");
        if (on.Pack.Messages.Any(m => m.Audience == Audience.Yourself && MomentArms.Fits(m)))
            Ways(on);
    }

    private static void Arms(Checked on, IReadOnlyList<PlannedArm> arms)
    {
        var messages = on.Pack.Messages.ToDictionary(m => m.Id);
        foreach (var arm in arms)
        {
            var place = on.Map.Of($"arm:{arm.Id}", new("moments.yaml", 1));
            if (!messages.TryGetValue(arm.Message, out var message))
            {
                if (!on.Map.Knows($"message:{arm.Message}"))
                    on.Findings.Add(MomentRules.UnknownArm, place, $"There is no message '{arm.Message}'.");
            }
            else if (message is { Appeal: MessageAppeal.Law } && message.Audience == Audience.YoungPeople)
                on.Findings.Add(MomentRules.LawArmForYoung, place, $"The message '{arm.Message}' holds the law against young people.");
            else if (!MomentArms.Fits(message))
                on.Findings.Add(MomentRules.UnfitArm, place, $"The message '{arm.Message}' is to {message.Audience} and has the aim {Vocabulary.Aims.Word(message.Aim)}.");
        }

        foreach (var aim in new[] { MessageAim.Stop, MessageAim.SeekHelp })
        {
            if (!arms.Any(a => messages.TryGetValue(a.Message, out var m) && m.Audience == Audience.Yourself && m.Aim == aim))
                on.Findings.Add(MomentRules.AimWithoutArm, new("moments.yaml", 1), $"No arm has the aim {Vocabulary.Aims.Word(aim)}.");
        }
    }

    private static void Ways(Checked on)
    {
        var forAdults = on.Pack.Services.Services.Where(s => s.Audiences.Contains(Audience.Yourself) && ServiceCheck.HasWayIn(on, s)).ToList();
        foreach (var nation in Nation.All.Where(n => on.Pack.Services.Services.Any(s => s.Nations.Contains(n))))
        {
            if (!forAdults.Any(s => s.Kind == ServiceKind.Crisis && (s.Phone ?? (object?)s.Chat) is not null && s.Nations.Contains(nation)))
                on.Findings.Add(MomentRules.NoCrisisLine, new("services.yaml", 1), $"No crisis line for yourself serves {nation}.");
            if (!forAdults.Any(s => s.Kind is ServiceKind.Helpline or ServiceKind.SelfHelp && s.Nations.Contains(nation)))
                on.Findings.Add(MomentRules.NoHelp, new("services.yaml", 1), $"No helpline for yourself serves {nation}.");
        }
    }
}
