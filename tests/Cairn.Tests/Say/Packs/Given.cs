namespace Cairn.Tests.Say.Packs;

internal static class Given
{
    /// <summary>The pack that ships with the program.</summary>
    public static string TheBundledPack() => Path.Combine(TheRepository(), "campaigns", "not-my-friend");

    /// <summary>A small pack without a fault, to be broken. Its words are those of the bundled pack, so that a new word breaks one of them only.</summary>
    public static TemporaryPack APack()
    {
        var pack = new TemporaryPack(Path.Combine(TheRepository(), "tests", "Cairn.Tests", "Say", "Packs", "SmallPack"));
        return pack.With("words/en.yaml", File.ReadAllText(Path.Combine(TheBundledPack(), "words", "en.yaml")));
    }

    /// <summary>The small pack with somebody who answers for its helpline, and with replies.</summary>
    public static TemporaryPack APackWithALine() => WithALine(APack());

    public static TemporaryPack WithALine(TemporaryPack pack, string reviewedOn = "2026-10-01") => pack
        .Append("campaign.yaml", $"""
            helpline:
              responsible_body: The Example Foundation
              safeguarding_lead: Head of Safeguarding
              approved_by: Board of the Example Foundation
              reviewed_on: {reviewedOn}
              reply_hours: 24
              pen_name: Robin
              limits:
                en: |
                  We tell the police when a child is at risk and there is a way to find them.

                  We tell no one else.
                gd: |
                  Innsidh sinn don phoileas ma tha pàiste ann an cunnart.

                  Chan innis sinn do dhuine eile.

            """)
        .With("replies/en.yaml", """
            replies:
              - id: hello
                name: First answer
                body: |
                  Thank you for writing.

                  What worries you most?
              - id: goodbye
                name: A kind ending
                body: Take care of yourself.

            """)
        .With("replies/gd.yaml", """
            replies:
              - id: goodbye
                name: Crìoch chàirdeil
                body: Thoir an aire ort fhèin.
              - id: hello
                name: Ciad fhreagairt
                body: Tapadh leat airson sgrìobhadh.

            """);

    /// <summary>The small pack as a campaign may be put on the air: every field of every service confirmed yesterday by a named person, for a year.</summary>
    public static TemporaryPack AConfirmedPack()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var pack = APack();
        var services = File.ReadAllText(pack.PathOf("services.yaml"));
        services = services[..services.IndexOf("  - id: closed", StringComparison.Ordinal)]
            .Replace("state: seen", "state: verified", StringComparison.Ordinal)
            .Replace("seen_on: 2026-11-01", $"verified_by: R. Caller, verified_on: {today.AddDays(-1):yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("expires_on: 2027-05-01", $"expires_on: {today.AddDays(365):yyyy-MM-dd}", StringComparison.Ordinal);
        return pack.With("services.yaml", services);
    }

    /// <summary>The folder that holds <c>Cairn.slnx</c>.</summary>
    public static string TheRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
