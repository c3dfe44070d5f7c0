using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Cairn.Bench.Helpline;

/// <summary>What seekers do to the line, many at once.</summary>
internal static class Loads
{
    private const int MessageLetters = 200;
    private const int Chatting = 4;
    private const double BeatsOfAChat = 5;
    private const int MessagesOfAChat = 20;

    /// <summary>Begins conversations as fast as the line takes them, and leaves a token of each in a file.</summary>
    public static object Open(int port, int count, string file)
    {
        var (begun, left) = (Stopwatch.GetTimestamp(), count);
        var tokens = new ConcurrentBag<string>();
        Together(16, thread =>
        {
            using var wire = new Wire(port);
            var chance = new Random(thread);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var seeker = new Seeker();
                while (!seeker.Begins(wire, Seeker.Nonsense(chance, MessageLetters)))
                    Thread.Sleep(500);
                tokens.Add(seeker.Token);
            }
        });
        File.WriteAllLines(file, tokens);
        return new { seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds };
    }

    /// <summary>So many press Send in the same moment, from one address; then others until the line is full, and what becomes of their words.</summary>
    public static object Starts(int port, Watched server, int count)
    {
        Ready(port);
        double before = 0, after = 0;
        long begun = 0, ended = 0;
        using var all = new Barrier(count, b => (before, begun) = b.CurrentPhaseNumber == 0 ? (server.Cpu, Stopwatch.GetTimestamp()) : (before, begun));
        using var done = new Barrier(count, _ => (after, ended) = (server.Cpu, Stopwatch.GetTimestamp()));
        var times = Many(count, _ => new Times());
        Together(count, thread =>
        {
            using var wire = new Wire(port);
            var chance = new Random(thread);
            var seeker = new Seeker();
            seeker.Opens(wire);
            seeker.Step(wire, "write");
            var typed = $"text={Seeker.Nonsense(chance, MessageLetters)}&worry=myself";
            all.SignalAndWait();
            times[thread].Measure(Stopwatch.GetTimestamp(), () => seeker.Step(wire, "send", typed));
            done.SignalAndWait();
        });

        var full = new Refusals();
        using (var wire = new Wire(port))
        {
            for (var tries = 0; tries < 1000 && full.Refused < 50; tries++)
                full.Offer(wire, new Random(tries));
        }

        return new { sum = Times.Sum(times, Stopwatch.GetElapsedTime(begun, ended).TotalSeconds), cpu_each = (after - before) / count, full };
    }

    /// <summary>Clients that add a message as soon as the last was acknowledged, in many conversations in turn.</summary>
    public static object More(int port, Watched server, int clients, double seconds, string file)
    {
        var seekers = Seekers(file);
        var times = Many(clients, _ => new Times());
        var (begun, before) = (Stopwatch.GetTimestamp(), server.Cpu);
        Together(clients, thread =>
        {
            using var wire = new Wire(port);
            var chance = new Random(thread);
            for (var at = thread; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; at = at + clients < seekers.Count ? at + clients : thread)
            {
                var text = Seeker.Nonsense(chance, MessageLetters);
                times[thread].Measure(Stopwatch.GetTimestamp(), () => seekers[at].Adds(wire, text));
            }
        });
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var messages = seekers.Sum(s => s.Sent);
        return new { sum = Times.Sum(times, took), cpu_each = (server.Cpu - before) / messages, length = 2 + (double)messages / seekers.Count };
    }

    /// <summary>By a clock: of six steps five look for a reply and one adds a message.</summary>
    public static object Mixed(int port, Watched server, double rate, double seconds, string file)
    {
        const int Threads = 32;
        var seekers = Seekers(file);
        var (checks, adds) = (Many(Threads, _ => new Times()), Many(Threads, _ => new Times()));
        var begun = Stopwatch.GetTimestamp();
        Together(Threads, thread =>
        {
            using var wire = new Wire(port);
            var chance = new Random(thread);
            var clock = new Metronome(rate / Threads, (double)thread / Threads);
            var beat = thread;
            for (var at = thread; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; at = at + Threads < seekers.Count ? at + Threads : thread)
            {
                var left = clock.Wait();
                if (beat++ % 6 == 0)
                    adds[thread].Measure(left, () => seekers[at].Adds(wire, Seeker.Nonsense(chance, MessageLetters)));
                else
                    checks[thread].Measure(left, () => seekers[at].Checks(wire));
            }
        });
        return new { check = Times.Sum(checks, seconds), more = Times.Sum(adds, seconds), rss = server.Megabytes, peak = server.Peak, conversations = seekers.Count };
    }

    /// <summary>Strangers begin conversations by a clock, each over a connection of its own, while a few chat.</summary>
    public static object Flood(int port, Watched server, double rate, double seconds, string file)
    {
        const int Threads = 64;
        var seekers = Seekers(file);
        var quiet = Chats(port, seekers, Quiet(seconds));
        var offered = Many(Threads, _ => new Refusals());
        object? chats = null;
        var begun = Stopwatch.GetTimestamp();
        Together(Threads + 1, thread =>
        {
            if (thread == Threads)
            {
                chats = Chats(port, seekers, seconds);
                return;
            }

            var chance = new Random(thread);
            var clock = new Metronome(rate / Threads, (double)thread / Threads);
            while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
            {
                clock.Wait();
                using var wire = new Wire(port);
                offered[thread].Offer(wire, chance);
            }
        });
        var full = new Refusals(offered);
        return new { quiet, chats, full, offered_per_second = full.Offered / seconds, rss = server.Megabytes, peak = server.Peak };
    }

    /// <summary>Thousands of sockets that send a byte now and then, half of them a head and half a body, while a few chat.</summary>
    public static object Slow(int port, Watched server, int count, double seconds, string file)
    {
        var seekers = Seekers(file);
        var quiet = Chats(port, seekers, Quiet(seconds));
        object? chats = null;
        var sockets = new SlowSockets(port, count);
        using var over = new CancellationTokenSource();
        Together(2, thread =>
        {
            if (thread == 0)
            {
                sockets.Hold(over.Token);
                return;
            }

            sockets.AllOpen.Wait(TimeSpan.FromSeconds(30));
            chats = Chats(port, seekers, seconds);
            over.Cancel();
        });
        return new { quiet, chats, sockets = count, least_open = sockets.LeastOpen, closed = sockets.ClosedByServer, refused = sockets.Refused, rss = server.Megabytes, peak = server.Peak };
    }

    /// <summary>Looks for a reply twice, with and without one between: what an observer of lengths sees. Another session of the same conversation writes what stands for the reply.</summary>
    public static object Sizes(int port, int traces, string file)
    {
        var chance = new Random(20261127);
        var seekers = Seekers(file);
        using var wire = new Wire(port);
        foreach (var seeker in seekers)
        {
            for (var more = chance.Next(4); more > 0; more--)
                seeker.Adds(wire, Seeker.Nonsense(chance, chance.Next(20, 1200)));
        }

        var seen = new List<int[]>();
        for (var trace = 0; trace < 2 * traces; trace++)
        {
            var seeker = seekers[trace / 2 % seekers.Count];
            seeker.Checks(wire);
            var (reply, before) = (chance.Next(2) == 1, wire.Length);
            if (reply)
                new Seeker(seeker.Token).Adds(wire, Seeker.Nonsense(chance, chance.Next(80, 1200)));
            seeker.Checks(wire);
            var after = wire.Length;
            // A step without a word in the box, as when somebody presses Send too early.
            seeker.Step(wire, "more", "text=");
            seen.Add([reply ? 1 : 0, before, after, wire.Length]);
        }

        return new { traces = seen };
    }

    /// <summary>Conversations that begin, go on and are deleted, by a clock; what the server holds is noted all along.</summary>
    public static object Soak(int port, Watched server, double rate, double seconds, string log)
    {
        const int Threads = 24;
        Ready(port);
        var times = Many(Threads, _ => new Times());
        var recent = new ConcurrentQueue<float>();
        var samples = new List<double[]>();
        var begun = Stopwatch.GetTimestamp();
        Together(Threads + 1, thread =>
        {
            if (thread == Threads)
            {
                Note();
                return;
            }

            using var wire = new Wire(port);
            var chance = new Random(thread);
            var seeker = new Seeker();
            while (!seeker.Begins(wire, Seeker.Nonsense(chance, MessageLetters)))
                Thread.Sleep(500);
            var clock = new Metronome(rate / Threads, (double)thread / Threads);
            for (var beat = thread; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; beat++)
            {
                var left = clock.Wait();
                times[thread].Measure(left, () => Beat(beat));
                recent.Enqueue((float)Stopwatch.GetElapsedTime(left).TotalMilliseconds);
            }

            int Beat(int beat)
            {
                if (beat % 5 != 0)
                    return seeker.Checks(wire);
                if (seeker.Sent < 15)
                    return seeker.Adds(wire, Seeker.Nonsense(chance, MessageLetters));
                seeker.Step(wire, "delete");
                var status = seeker.Step(wire, "delete-yes");
                seeker = new Seeker();
                return seeker.Begins(wire, Seeker.Nonsense(chance, MessageLetters)) ? status : 503;
            }
        });
        return new { sum = Times.Sum(times, seconds), samples, peak = server.Peak };

        void Note()
        {
            var each = Math.Max(1, seconds / 240);
            for (var at = each; at <= seconds; at += each)
            {
                Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0, at - Stopwatch.GetElapsedTime(begun).TotalSeconds)));
                var took = new List<float>();
                while (recent.TryDequeue(out var one))
                    took.Add(one);
                samples.Add([Stopwatch.GetElapsedTime(begun).TotalSeconds, server.Megabytes, server.Handles, File.Exists(log) ? new FileInfo(log).Length / 1e6 : 0, Times.P99(took)]);
            }
        }
    }

    /// <summary>A few people who look for a reply all the time, and write now and then; each in one conversation after the other.</summary>
    private static object Chats(int port, List<Seeker> seekers, double seconds)
    {
        var times = Many(Chatting, _ => new Times());
        var begun = Stopwatch.GetTimestamp();
        Together(Chatting, thread =>
        {
            using var wire = new Wire(port);
            var chance = new Random(thread);
            var clock = new Metronome(BeatsOfAChat, (double)thread / Chatting);
            var at = thread;
            for (var beat = thread; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds; beat++)
            {
                if (seekers[at].Sent >= MessagesOfAChat && at + Chatting < seekers.Count)
                    at += Chatting;
                var left = clock.Wait();
                times[thread].Measure(left, () => beat % 10 == 0 ? seekers[at].Adds(wire, Seeker.Nonsense(chance, MessageLetters)) : seekers[at].Checks(wire));
            }
        });
        return Times.Sum(times, seconds);
    }

    // What runs for the first time is compiled meanwhile: that is the start's cost, and measured elsewhere.
    private static void Ready(int port)
    {
        using var wire = new Wire(port);
        for (var i = 0; i < 30; i++)
        {
            var seeker = new Seeker();
            if (seeker.Begins(wire, Seeker.Nonsense(new Random(i), MessageLetters)))
                seeker.Adds(wire, "blorptang");
        }

        // The line is as empty again as it was.
        Thread.Sleep(2500);
    }

    private static double Quiet(double seconds) => Math.Clamp(seconds / 4, 2, 30);

    private static List<Seeker> Seekers(string file) => [.. File.ReadLines(file).Select(token => new Seeker(token))];

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static void Together(int count, Action<int> work)
    {
        var faults = new ConcurrentQueue<Exception>();
        var threads = Many(count, number => new Thread(() =>
        {
            try
            {
                work(number);
            }
            catch (Exception fault)
            {
                faults.Enqueue(fault);
            }
        }, 256 * 1024)
        { IsBackground = true });
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
        {
            // One that failed leaves others at a barrier for ever.
            while (!thread.Join(100) && faults.IsEmpty)
            {
            }
        }

        if (faults.TryPeek(out var first))
            throw new InvalidOperationException(first.Message, first);
    }
}

/// <summary>Conversations that strangers wanted to begin, and what they were told.</summary>
internal sealed class Refusals
{
    public Refusals(params Refusals[] all)
    {
        foreach (var one in all)
        {
            Offered += one.Offered;
            Begun += one.Begun;
            Refused += one.Refused;
            WordsLost += one.WordsLost;
            Failed += one.Failed;
        }
    }

    public int Offered { get; private set; }

    public int Begun { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Refused, and the words did not stand in the box of the answer.</summary>
    public int WordsLost { get; private set; }

    /// <summary>Anything else: another status, or no answer.</summary>
    public int Failed { get; private set; }

    public void Offer(Wire wire, Random chance)
    {
        Offered++;
        var text = Seeker.Nonsense(chance, 200).Replace("+", "");
        try
        {
            wire.Ask(new Seeker().Request("send", $"text={text}&worry="));
            Begun += wire.Status == 200 ? 1 : 0;
            Refused += wire.Status == 503 ? 1 : 0;
            Failed += wire.Status is 200 or 503 ? 0 : 1;
            WordsLost += wire.Status == 503 && wire.Body.IndexOf(Encoding.ASCII.GetBytes(text)) < 0 ? 1 : 0;
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
        {
            Failed++;
        }
    }
}
