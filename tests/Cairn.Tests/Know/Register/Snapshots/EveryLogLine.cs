using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>Everything a program logs, at every level, whatever it says of levels itself.</summary>
internal sealed class EveryLogLine : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Said => string.Join('\n', lines);

    public int Count => lines.Count;

    /// <summary>A filter of a provider's own stands before those for all of them.</summary>
    public void Of(IServiceCollection services) => services.AddLogging(l => l.AddProvider(this).AddFilter<EveryLogLine>(null, LogLevel.Trace));

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Line(EveryLogLine kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            kept.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
