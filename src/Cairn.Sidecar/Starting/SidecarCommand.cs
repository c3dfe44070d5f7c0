using System.CommandLine;

namespace Cairn.Sidecar.Starting;

internal static class SidecarCommand
{
    private const string TokenVariable = "CAIRN_SIDECAR_TOKEN";

    public static RootCommand Build(Func<SidecarOptions, CancellationToken, Task<int>> run)
    {
        Option<string> bundle = new("--bundle") { Description = "The signed bundle: a file, or the https address of the campaign's server.", HelpName = "URL|FILE", Required = true };
        Option<string> key = new("--key") { Description = "The public key that bundles are signed with.", HelpName = "PUB", Required = true };
        Option<string?> termsKey = new("--terms-key") { Description = "The key of the sealed list. Without it text is not matched: questions bring a signal.", HelpName = "FILE" };
        Option<string?> terms = new("--terms") { Description = "A sealed list of your own, in place of the one in the bundle.", HelpName = "FILE" };
        Option<string> listen = new("--listen") { Description = "Where to answer: an address of this machine with its port, or unix: and a path.", HelpName = "ADDR|unix:PATH", DefaultValueFactory = _ => ListenAddress.Usual };
        Option<bool> open = new("--open-to-network") { Description = "Allow --listen to name an address that other machines reach." };
        Option<string> state = new("--state") { Description = "What is kept between two starts. One for each sidecar; never a copy.", HelpName = "DIR", DefaultValueFactory = _ => "./cairn-sidecar-state" };
        Option<string?> report = new("--report") { Description = "The https address that is told the counts, once a minute.", HelpName = "URL" };
        Option<int> every = new("--report-every") { Description = "Seconds between two reports, from 1 to 3600.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        every.Validators.Add(given =>
        {
            if (given.Errors.Any() || given.GetValueOrDefault<int>() is < 1 or > 3600)
                given.AddError("--report-every takes a number of seconds from 1 to 3600.");
        });
        Option<string?> token = new("--token") { Description = $"The platform's token. Others on this machine see it in the list of processes: better in the environment as {TokenVariable}.", HelpName = "T" };
        var root = new RootCommand("Answers 'does this moment need a warning?' on this machine. No query and nothing about your users leaves it.") { bundle, key, termsKey, terms, listen, open, state, report, every, token };
        root.Validators.Add(parsed =>
        {
            if (parsed.GetResult(terms) is not null && parsed.GetResult(termsKey) is null)
                parsed.AddError("--terms needs --terms-key.");
        });
        root.SetAction((parsed, cancel) => run(
            new(
                parsed.GetRequiredValue(bundle), parsed.GetRequiredValue(key), parsed.GetValue(termsKey), parsed.GetValue(terms), parsed.GetRequiredValue(listen), parsed.GetValue(open),
                parsed.GetRequiredValue(state), parsed.GetValue(report), parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable), parsed.GetValue(every)),
            cancel));
        return root;
    }
}
