// The least that an answer can cost in this server, to measure ours against.
//   KestrelFloor URL FILE     /plain: "Hello, World!" from a route; any other path: the bytes of FILE, before routing.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
builder.Logging.ClearProviders();
var app = builder.Build();
var bytes = File.ReadAllBytes(args[1]);
app.Use((http, next) =>
{
    if (http.Request.Path == "/plain")
        return next(http);
    http.Response.ContentType = "text/html; charset=utf-8";
    http.Response.Headers.ContentEncoding = "gzip";
    http.Response.ContentLength = bytes.Length;
    return http.Response.Body.WriteAsync(bytes).AsTask();
});
app.UseRouting();
app.MapGet("/plain", () => "Hello, World!");
Console.WriteLine("ready");
app.Run();
