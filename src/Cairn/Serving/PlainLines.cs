using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Cairn.Serving;

/// <summary>One line an event: the time in UTC, the level, the sentence. Of an exception from outside Cairn only the type is written, because its message may quote
/// what a visitor sent.</summary>
internal sealed class PlainLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z '", CultureInfo.InvariantCulture));
        textWriter.Write(logEntry.LogLevel switch
        {
            LogLevel.Critical => "critical: ",
            LogLevel.Error => "error: ",
            LogLevel.Warning => "warning: ",
            _ => "",
        });
        textWriter.Write(logEntry.Formatter(logEntry.State, null).ReplaceLineEndings(" "));
        if (logEntry.Exception is { } exception)
        {
            var ours = logEntry.Category.StartsWith("Cairn.", StringComparison.Ordinal);
            textWriter.Write(ours ? $" ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")})" : $" ({exception.GetType().FullName})");
        }

        textWriter.WriteLine();
    }
}
