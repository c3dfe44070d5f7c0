namespace Cairn.EndToEnd.Moments;

/// <summary>The sample, once in each of its three ways: with the library inside it, beside a sidecar on a unix socket, and asking a server of its own with a token.</summary>
public sealed class SearchSites : IAsyncLifetime
{
    private readonly Place place = new();
    private readonly Dictionary<string, ProgramAtWork> sites = [];
    private readonly List<IAsyncDisposable> others = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, string> keyring;

    public SearchSites() => keyring = new() { ["CAIRN_KEYRING"] = place.Keyring, ["CAIRN_DATABASE"] = "" };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Where the site answers, without a slash at the end; started when it is first asked for.</summary>
    public async Task<string> At(string way)
    {
        await turn.WaitAsync();
        try
        {
            if (!sites.TryGetValue(way, out var site))
            {
                var settings = way switch
                {
                    "in-process" => await InProcess(),
                    "sidecar" => await Sidecar(),
                    _ => await Server(),
                };
                settings["Warnings__Way"] = way;
                settings["Warnings__Nation"] = "GB-SCT";
                // The machine of a test may be busy; what is told here is not how fast it is.
                settings["Warnings__Patience"] = "60";
                sites[way] = site = await ProgramAtWork.Start(Checkout.SearchSite, place.Root, ["--urls", "http://127.0.0.1:0"], settings, "The search site is ready at ");
            }

            return new Uri(await site.Ready).GetLeftPart(UriPartial.Authority);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What the site's own process wrote so far.</summary>
    public string Said(string way) => sites[way].Said;

    public async ValueTask DisposeAsync()
    {
        foreach (var program in sites.Values.Concat(others).Reverse())
            await program.DisposeAsync();
        turn.Dispose();
        place.Dispose();
    }

    private async Task<Dictionary<string, string>> InProcess()
    {
        var (bundle, open) = await Bundle();
        return new() { ["Warnings__Bundle"] = bundle, ["Warnings__PublicKey"] = open };
    }

    private async Task<Dictionary<string, string>> Sidecar()
    {
        var (bundle, open) = await Bundle();
        var (terms, key) = await Terms();
        var socket = Path.Combine(place.Root, "sidecar.sock");
        others.Add(await ProgramAtWork.Start(
            Checkout.Sidecar, place.Root, ["--bundle", bundle, "--key", open, "--terms", terms, "--terms-key", key, "--listen", "unix:" + socket], new Dictionary<string, string>(),
            "Cairn sidecar is ready at "));
        return new() { ["Warnings__Address"] = "unix:" + socket };
    }

    private async Task<Dictionary<string, string>> Server()
    {
        var (terms, key) = await Terms();
        var cairn = await RunningCairn.Start(place, settings: new Dictionary<string, string> { ["CAIRN_TERMS"] = terms, ["CAIRN_TERMS_KEY"] = key });
        others.Add(cairn);
        var token = await Command("platform", "add", "search-site", "--scope", "moments", "--data", place.Data);
        await Known(cairn.Address, token.Trim());
        return new() { ["Warnings__Address"] = cairn.Address.ToString(), ["Warnings__Token"] = token.Trim() };
    }

    /// <summary>A server hears of a new token within two seconds.</summary>
    private static async Task Known(Uri server, string token)
    {
        using var http = new HttpClient { BaseAddress = server, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        for (var tries = 0; tries < 100; tries++)
        {
            using var question = new StringContent("""{"surface":"search","text":"tides","language":"en"}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("api/v1/moments", UriKind.Relative), question);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(200);
        }

        throw new TimeoutException("The server does not know the token.");
    }

    private async Task<(string Bundle, string PublicKey)> Bundle()
    {
        var (bundle, sign, open) = (Path.Combine(place.Root, "campaign.bundle"), Path.Combine(place.Root, "sign.key"), Path.Combine(place.Root, "sign.pub"));
        if (!File.Exists(bundle))
        {
            await Command("sign", "key", "--out", sign, "--public", open);
            await Command("bundle", "build", Checkout.Campaign, "--sign", sign, "--out", bundle);
        }

        return (bundle, open);
    }

    private async Task<(string Terms, string Key)> Terms()
    {
        var (terms, key) = (Path.Combine(place.Root, "terms.sealed"), Path.Combine(place.Root, "terms.key"));
        if (!File.Exists(terms))
        {
            await Command("terms", "key", "--out", key);
            await Command("terms", "seal", Path.Combine(Checkout.Root, "samples", "SearchSite", "Warnings", "demonstration-terms.txt"), "--key", key, "--out", terms);
        }

        return (terms, key);
    }

    private Task<string> Command(params string[] words) => ProgramAtWork.Run(Checkout.Program, place.Root, keyring, words);
}
