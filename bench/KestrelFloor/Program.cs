// The least that an answer can cost in this server, to measure ours against.
//   KestrelFloor URL FILE     /plain: "Hello, World!" from a route; POST: reads the body and answers the bytes of FILE as JSON, before routing;
//                             any other path: the bytes of FILE, before routing.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
builder.Logging.ClearProviders();
var app = builder.Build();
var bytes = File.ReadAllBytes(args[1]);
app.Use((http, next) =>
{
    if (http.Request.Method == "POST")
        return Post(http);
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

async Task Post(HttpContext http)
{
    var read = await http.Request.BodyReader.ReadAsync();
    while (!read.IsCompleted)
    {
        http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        read = await http.Request.BodyReader.ReadAsync();
    }

    http.Request.BodyReader.AdvanceTo(read.Buffer.End);
    http.Response.ContentType = "application/json";
    http.Response.ContentLength = bytes.Length;
    await http.Response.Body.WriteAsync(bytes);
}
