using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cairn.EndToEnd.Sidecar;

/// <summary>The campaign's server and a sidecar of one platform, each on a port that stays its own over restarts.</summary>
internal sealed class SidecarWorld : IAsyncDisposable
{
    private const string Sum = "SELECT COALESCE(SUM(count), 0) FROM know_moments WHERE event = $event";

    private readonly Place place = new();
    private readonly string serverAddress = $"http://127.0.0.1:{RunningSidecar.FreePort()}";
    private readonly string sidecarAddress = $"127.0.0.1:{RunningSidecar.FreePort()}";
    private string token = "";

    public RunningCairn Server { get; private set; } = null!;

    public RunningSidecar Sidecar { get; private set; } = null!;

    public string State => Path.Combine(place.Root, "state");

    public Uri SidecarAddress => new("http://" + sidecarAddress);

    public static async Task<SidecarWorld> Start()
    {
        var world = new SidecarWorld();
        await world.StartServer();
        world.token = (await world.Cairn("platform", "add", "blorptang", "--data", world.place.Data)).Trim();
        await File.WriteAllTextAsync(Path.Combine(world.place.Root, "public.pem"), await world.Cairn("platform", "key", "--data", world.place.Data));
        // A token is known to a running server within two seconds; the bundle comes when it is.
        world.LaunchSidecar();
        await world.Sidecar.Ready();
        return world;
    }

    public async Task StartServer()
    {
        Server = RunningCairn.Launch(place, urls: serverAddress);
        await Server.Ready();
    }

    public void LaunchSidecar() => Sidecar = RunningSidecar.Launch(
        place.Root, token, "--bundle", serverAddress, "--report", serverAddress, "--key", "public.pem", "--state", State, "--listen", sidecarAddress, "--report-every", "1");

    /// <summary>What the server has counted of an event.</summary>
    public long Counted(string what)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(place.Data, "know.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sum;
        command.Parameters.AddWithValue("$event", what);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (Sidecar is not null)
            await Sidecar.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
        place.Dispose();
    }

    private async Task<string> Cairn(params string[] words)
    {
        var start = new ProcessStartInfo(Checkout.Program, words) { WorkingDirectory = place.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CAIRN_KEYRING"] = place.Keyring;
        start.Environment.Remove("CAIRN_DATABASE");
        using var process = Process.Start(start)!;
        var people = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"cairn {string.Join(' ', words)}: {await people}");
    }
}
