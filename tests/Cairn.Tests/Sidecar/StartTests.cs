using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Cairn.Moment.Terms;
using Cairn.Sidecar;
using Cairn.Sidecar.Starting;
using Cairn.Tests.Moment;

namespace Cairn.Tests.Sidecar;

public sealed class StartTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "no bundle", "is not there." },
        { "not a bundle", "This is not a bundle." },
        { "another key", "was not signed with this key" },
        { "run out", "ran out on" },
        { "no key", "which --key names, is not there." },
        { "not a key", "is not a public key." },
        { "not a key of terms", "is not a key of terms" },
        { "no list", "is not there." },
        { "state is a file", "cannot be written." },
        { "state is open", "Others may look into the state directory" },
        { "http", "is reached over http" },
        { "report over http", "--report is reached over http" },
        { "not an address", "--bundle takes an https address" },
        { "name in the address", "--bundle takes an https address" },
        { "listen anywhere", "can be reached from other machines" },
        { "listen nowhere", "--listen takes an address with its port" },
        { "no such address", "this machine has no such address" },
        { "no directory of the socket", "is not there. Make it" },
        { "a file where the socket would be", "is no socket of a sidecar" },
        { "bad token", "The token holds a blank" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_start_that_cannot_be_ends_with_one_sentence(string what, string sentence)
    {
        await using var sidecar = new SmallSidecar();
        var options = Options(sidecar, what);

        var failure = await Assert.ThrowsAsync<SidecarException>(() => sidecar.Start(options));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.EndsWith(".", failure.Message.Replace(sidecar.Root, "", StringComparison.Ordinal).Replace("chmod 700 /state", ".", StringComparison.Ordinal).Replace("cairn bundle build", ".", StringComparison.Ordinal).Replace("--out KEYFILE", ".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_and_a_state_directory_belong_to_one_sidecar()
    {
        await using var first = await new SmallSidecar().Start();
        await using var second = new SmallSidecar();

        var port = await Assert.ThrowsAsync<SidecarException>(() => second.Start(second.Options with { Listen = new Uri(first.Running.Address).Authority }));
        var state = await Assert.ThrowsAsync<SidecarException>(() => second.Start(second.Options with { Listen = "127.0.0.1:0", State = first.State }));

        Assert.Contains("Another program listens on", port.Message, StringComparison.Ordinal);
        Assert.Contains("Another sidecar uses the state directory", state.Message, StringComparison.Ordinal);
        await second.Start(second.Options with { State = second.State });
    }

    [Fact]
    public async Task A_unix_socket_is_answered_on_and_one_that_was_left_behind_is_taken_over()
    {
        await using var sidecar = new SmallSidecar();
        var path = Path.Combine(sidecar.Root, "s");
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(path + "-first"));
            // Closing removes a socket under its first name; what a kill leaves behind stays.
            File.Move(path + "-first", path);
        }

        Assert.True(File.Exists(path));
        sidecar.Options = sidecar.Options with { Listen = "unix:" + path };
        await using var running = await RunningSidecar.Start(sidecar.Options, sidecar.Time, sidecar.People, SmallSidecar.Cancel, loops: false);
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        var answer = await http.PostAsync("http://sidecar/api/v1/moments", new StringContent(SmallSidecar.Signal, Encoding.UTF8, "application/json"), SmallSidecar.Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(path));
        await using var second = new SmallSidecar();
        var failure = await Assert.ThrowsAsync<SidecarException>(() => second.Start(second.Options with { Listen = "unix:" + path }));
        Assert.Contains("Another program listens on unix:", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--bundle x")]
    [InlineData("--bundle x --key y --terms z")]
    [InlineData("--bundle x --key y --blorptang")]
    public void Words_that_are_missing_or_unknown_are_errors(string words)
    {
        var parsed = SidecarCommand.Build((_, _) => Task.FromResult(0)).Parse(words);

        Assert.NotEmpty(parsed.Errors);
    }

    [Fact]
    public async Task Its_secrets_are_for_its_owner_alone()
    {
        await using var sidecar = await new SmallSidecar().Start();

        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(sidecar.State));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(sidecar.State, "receipt-secret")));
    }

    private static SidecarOptions Options(SmallSidecar sidecar, string what)
    {
        var options = sidecar.Options;
        var strange = Path.Combine(sidecar.Root, "strange");
        File.WriteAllText(strange, "blorptang");
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        switch (what)
        {
            case "another key": File.WriteAllBytes(sidecar.BundleFile, sidecar.Made(by: another)); break;
            case "run out": sidecar.Issue(SmallBundle.Now.AddDays(-15)); break;
            case "state is open" when !OperatingSystem.IsWindows(): Directory.CreateDirectory(sidecar.State, (UnixFileMode)0b111_101_101); break;
            case "not a key of terms" or "no list": break;
        }

        var termsKey = Path.Combine(sidecar.Root, "terms-key");
        TermKey.Make().Write(termsKey);
        return what switch
        {
            "no bundle" => options with { Bundle = Path.Combine(sidecar.Root, "nowhere", "bundle") },
            "not a bundle" => options with { Bundle = strange },
            "no key" => options with { Key = strange + "-no" },
            "not a key" => options with { Key = strange },
            "not a key of terms" => options with { TermsKey = strange },
            "no list" => options with { TermsKey = termsKey, Terms = strange + "-no" },
            "state is a file" => options with { State = strange },
            "http" => options with { Bundle = "http://blorptang.example/" },
            "report over http" => options with { Report = "http://192.0.2.1/" },
            "not an address" => options with { Bundle = "ftp://blorptang.example/" },
            "name in the address" => options with { Bundle = "https://snorfle:secret@blorptang.example/" },
            "listen anywhere" => options with { Listen = "0.0.0.0:5090" },
            "listen nowhere" => options with { Listen = "5090" },
            "no such address" => options with { Listen = "192.0.2.1:5090", OpenToNetwork = true },
            "no directory of the socket" => options with { Listen = $"unix:{sidecar.Root}/nowhere/s" },
            "a file where the socket would be" => options with { Listen = "unix:" + strange },
            "bad token" => options with { Token = "two words" },
            _ => options,
        };
    }
}
