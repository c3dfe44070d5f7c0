using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Help.Helpline;
using Cairn.Say;
using Cairn.Say.Moments.Serving;
using Cairn.Staff;
using Cairn.Staff.Console;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Cairn.Serving;

/// <summary>The program as a web server, composed once for the command line and for tests.</summary>
internal static class Server
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <param name="instead">Takes the place of what the modules would register, for tests of what lies outside the program.</param>
    public static WebApplication Build(ServeOptions options, TimeProvider time, Action<IServiceCollection>? instead = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(Limit);
        QuietLogs(builder.Logging);

        var services = builder.Services;
        services.AddSingleton(time);
        services.AddSingleton<IMemoryPoolFactory<byte>, WipedBlocks>();
        // Letters as letters: escaped Arabic costs four times the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // A trace id would repeat what a request's traceparent said.
        services.AddProblemDetails(o => o.CustomizeProblemDetails = made => made.ProblemDetails.Extensions.Remove("traceId"));
        services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy { Timeout = LongestAnswer, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.AddSingleton<Frames>();
        services.AddSingleton<Assets>();
        services.AddSingleton<DrawnPages>();
        services.AddDatabase(Database.Choose(options.Database, options.Data));
        services.AddSingleton(new Keyring(options.Keyring));
        services.AddSingleton(ConsoleAddress.Of(options.Address));
        services.AddSingleton(new Rehearsal(options.Rehearse));
        services.AddSingleton(options.Terms ?? TermSettings.None);
        instead?.Invoke(services);
        Modules.Add(services);

        var app = builder.Build();
        // The host would put the framework's authentication before everything, so that pages of the site looked for cookies too. Only the console's gate looks.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(next => new Answers(next, app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<ILogger<Answers>>(), DrawErrorPage).InvokeAsync);
        var pages = app.Services.GetRequiredService<DrawnPages>();
        app.Use(next => http => pages.TryAnswer(http, out var answering) ? answering : next(http));
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseConsoleGate();
        var surfaces = Surfaces.On(app);
        AssetRoutes.Map(surfaces);
        Modules.Map(surfaces);
        return app;
    }

    private static Task DrawErrorPage(HttpContext http, int status) =>
        Surfaces.IsConsole(http.Request) ? StaffModule.DrawErrorPage(http, status) : SayModule.DrawErrorPage(http, status);

    private static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        kestrel.Limits.MaxConcurrentConnections = 20_000;
    }

    // No access log and no framework chatter: both carry paths and user agents.
    private static void QuietLogs(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        // On standard error: standard output is for programs.
        logging.AddConsole(c => (c.FormatterName, c.LogToStandardErrorThreshold) = (PlainLines.FormatterName, LogLevel.Trace));
        logging.AddConsoleFormatter<PlainLines, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Error);
        // Its errors quote what a sign-in service, or whoever plays one, has sent.
        logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        logging.AddFilter("System", LogLevel.Warning);
    }
}
