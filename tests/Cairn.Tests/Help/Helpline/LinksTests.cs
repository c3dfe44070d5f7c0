using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;
using Cairn.Help.Helpline;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 20 of the test table, on the server's side: whatever address somebody writes, nobody is asked there.</summary>
public sealed class LinksTests
{
    private const string Host = "blorptang-sink.invalid";

    [Fact]
    public async Task Row_20_addresses_in_a_message_are_words_and_nobody_goes_there()
    {
        using var sink = new TcpListener(IPAddress.Loopback, 0);
        sink.Start();
        var port = ((IPEndPoint)sink.LocalEndpoint).Port;
        string[] addresses =
        [
            $"http://127.0.0.1:{port}/a", $"https://127.0.0.1:{port}/b", $"//127.0.0.1:{port}/c", $"http://{Host}/d", $"//{Host}/e", $"www.{Host}", $"somebody@{Host}", $"mailto:somebody@{Host}", $"ftp://{Host}/f",
            $"\\\\{Host}\\g", $"file://{Host}/h", "data:text/html,<b>blorptang</b>", "javascript:blorptang()", $"<img src=\"http://127.0.0.1:{port}/i\">", $"<link rel=\"preload\" href=\"http://{Host}/j\">", $"[zintel](http://{Host}/k)",
            $"url(http://127.0.0.1:{port}/l)",
        ];
        await using var cairn = await RunningCairn.Start(instead: s => s.AddSingleton(new Rehearsal(true)));
        using var asked = new NamesAskedFor();

        var seeker = new SeekerByHand(cairn);
        await seeker.Writes(string.Join('\n', addresses));
        await seeker.KeepsTheCode();
        foreach (var address in addresses)
        {
            await seeker.Step("more", ("text", address));
            Assert.Equal(address, seeker.Messages[^1]);
        }

        await seeker.Step("check", ("text", addresses[0]));
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Equal(string.Join('\n', addresses), seeker.Messages[0]);
        Assert.Empty(seeker.Page.QuerySelectorAll(".thread a, .thread img, .thread link, .thread [href], .thread [src], .thread [style], textarea *"));
        var led = seeker.Page.QuerySelectorAll("[href], [src], [action], [srcset]").SelectMany(e => new[] { "href", "src", "action", "srcset" }.Select(e.GetAttribute)).OfType<string>().ToList();
        Assert.NotEmpty(led);
        Assert.DoesNotContain(led, l => l.Contains(Host, StringComparison.Ordinal) || l.Contains($":{port}", StringComparison.Ordinal));
        Assert.False(seeker.Answer.Headers.Contains("Link"));
        Assert.False(sink.Pending());
        Assert.DoesNotContain(asked.Names, n => n.Contains(Host, StringComparison.Ordinal));
        // And it would have been seen.
        using var self = new TcpClient();
        await self.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        Assert.True(sink.Pending());
        await Assert.ThrowsAnyAsync<SocketException>(() => Dns.GetHostAddressesAsync(Host, TestContext.Current.CancellationToken));
        Assert.Contains(asked.Names, n => n.Contains(Host, StringComparison.Ordinal));
        Console.WriteLine($"> Row 20: {addresses.Length} addresses written, shown as words; 0 connections and 0 names asked for");
    }

    /// <summary>Every name that this process has looked up.</summary>
    private sealed class NamesAskedFor : EventListener
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<string> names = [];

        public IEnumerable<string> Names => names;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.NameResolution")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "ResolutionStart" && eventData.Payload?[0] is string name)
                names.Add(name);
        }
    }
}
