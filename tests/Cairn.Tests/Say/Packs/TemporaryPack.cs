using System.CommandLine;
using System.Text.Json;
using Cairn.Say.Packs.Checking;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Packs;

/// <summary>A small pack in a folder of its own, complete and without a fault until a test puts one in. It is always 23 November 2026.</summary>
internal sealed class TemporaryPack : IDisposable
{
    public static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public TemporaryPack(string from)
    {
        Copy(from, Folder);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"cairn-pack-{Path.GetRandomFileName()}");

    public string PathOf(string file) => Path.Combine(Folder, file.Replace('/', Path.DirectorySeparatorChar));

    public TemporaryPack With(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public TemporaryPack With(string file, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    public TemporaryPack Without(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>Changes the first place where the words stand; they must stand there.</summary>
    public TemporaryPack Change(string file, string words, string into)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold '{words}'.");
        return With(file, text[..at] + into + text[(at + words.Length)..]);
    }

    public TemporaryPack Append(string file, string text) => With(file, File.ReadAllText(PathOf(file)) + text);

    /// <summary>The first line with these words, counted from 1.</summary>
    public int LineOf(string file, string words)
    {
        var line = 1 + Array.FindIndex(File.ReadAllLines(PathOf(file)), l => l.Contains(words, StringComparison.Ordinal));
        Assert.True(line > 0, $"{file} does not hold '{words}'.");
        return line;
    }

    /// <summary>Runs the command on the pack.</summary>
    public (int Exit, string Output, string People) Check(string format = "text") => Check(Folder, format);

    public static (int Exit, string Output, string People) Check(string folder, string format)
    {
        using var output = new StringWriter();
        using var people = new StringWriter();
        var exit = CheckCommands.Check(Time).Parse([folder, "--format", format]).Invoke(new InvocationConfiguration { Output = output, Error = people });
        return (exit, output.ToString(), people.ToString());
    }

    /// <summary>The findings as programs read them.</summary>
    public IReadOnlyList<Found> Findings()
    {
        using var report = JsonDocument.Parse(Check("json").Output);
        return
        [
            .. report.RootElement.GetProperty("findings").EnumerateArray().Select(f => new Found(
                f.GetProperty("file").GetString()!, f.GetProperty("line").GetInt32(), f.GetProperty("level").GetString()!,
                f.GetProperty("code").GetString()!, f.GetProperty("message").GetString()!, f.GetProperty("remedy").GetString()!)),
        ];
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

/// <summary>A finding as the command writes it.</summary>
internal sealed record Found(string File, int Line, string Level, string Code, string Message, string Remedy);
