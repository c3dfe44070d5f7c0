using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Say;
using Cairn.Say.Moments.Serving;
using Cairn.Staff;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cairn.Serving;

internal static class ServeCommand
{
    public static Command Build(TimeProvider time)
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => ServeOptions.DefaultUrls };
        var data = new Option<string>("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };
        var campaign = new Option<string?>("--campaign") { Description = "Campaign folder to publish as a demonstration when nothing else is published." };
        var drafts = new Option<bool>("--drafts") { Description = "Also show draft translations (demonstrations only)." };

        var rehearse = new Option<bool>("--rehearse") { Description = "Open the helpline with a throw-away desk. Every page says that nobody will read what is written." };

        var command = new Command("serve", "Serve the campaign.") { urls, data, campaign, drafts, rehearse };
        command.SetAction((parsed, cancelled) => Serve(
            new ServeOptions(
                parsed.GetRequiredValue(urls), parsed.GetRequiredValue(data), Keyring.FromEnvironment().Directory,
                parsed.GetValue(campaign) ?? ServeOptions.BundledCampaign(), parsed.GetValue(drafts), Environment.GetEnvironmentVariable("CAIRN_DATABASE"),
                Environment.GetEnvironmentVariable("CAIRN_ADDRESS"), Rehearse: parsed.GetValue(rehearse)),
            time, cancelled));
        return command;
    }

    private static async Task<int> Serve(ServeOptions options, TimeProvider time, CancellationToken cancelled)
    {
        try
        {
            options = options with { Terms = TermSettings.FromEnvironment() };
            await using var app = Server.Build(options, time);
            await Start(app, options, cancelled);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            foreach (var address in addresses)
                Console.WriteLine($"Cairn is ready at {address}/{SayModule.ReferenceLanguage(app.Services)}");
            if (await StaffModule.SetUpLink(app.Services, addresses.First(), cancelled) is { } link)
                Console.WriteLine($"Set up the console, once and within an hour, at {link}");
            await app.WaitForShutdownAsync(cancelled);
            return 0;
        }
        catch (StorageException refused)
        {
            return Refuse(refused.Message);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Refuse($"Another program listens on {options.Urls} already; stop it or choose another address with --urls.");
        }
        catch (FormatException bad)
        {
            return Refuse($"--urls must be addresses such as {ServeOptions.DefaultUrls}: {bad.Message}");
        }
    }

    /// <summary>Brings the database up to date, checks that the keyring is its own, hears what the desk said, puts an edition on the air and starts to answer,
    /// in this order: no request ever meets an empty site or a retired number.</summary>
    internal static async Task Start(WebApplication app, ServeOptions options, CancellationToken cancelled)
    {
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancelled);
        await StaffModule.OpenKeyring(app.Services, cancelled);
        HelpModule.OpenKeys(app.Services);
        await HelpModule.LoadNotes(app.Services, cancelled);
        await SayModule.PutOnAir(app.Services, options.Campaign, options.Drafts, cancelled);
        await app.StartAsync(cancelled);
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
