using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cairn.Foundation.Web;

/// <summary>The stylesheet, fonts and icon, embedded in the program and served from memory under addresses that contain their hash.</summary>
public sealed partial class Assets
{
    /// <summary>Name of the console's own stylesheet, laid over the site's.</summary>
    public const string ConsoleSheet = "console.css";

    /// <summary>Address of <c>&lt;cairn-notice&gt;</c>, the one file that platforms load; no page of ours does. It keeps its address when it changes.</summary>
    public const string ElementPath = "/assets/notice.js";

    /// <summary>Name of the sheet of a notice's page, laid over the site's.</summary>
    public const string NoticeSheet = "notice.css";

    private const string Prefix = "Cairn.Foundation.Web.Assets.";
    private readonly ConcurrentDictionary<string, ReadyBytes> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> pathByName = new(StringComparer.Ordinal);

    public Assets()
    {
        foreach (var resource in Self.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var name = resource[Prefix.Length..];
            if (!name.EndsWith(".css", StringComparison.Ordinal))
                pathByName[name] = Keep(name, Read(resource));
            if (ElementPath.EndsWith("/" + name, StringComparison.Ordinal))
                byPath[ElementPath] = new(Read(resource), ContentType(name), ReadyBytes.Revalidate);
        }

        pathByName[ConsoleSheet] = Keep(ConsoleSheet, Linked(Encoding.UTF8.GetString(Read(Prefix + ConsoleSheet))));
    }

    private static Assembly Self => typeof(Assets).Assembly;

    /// <summary>Address of an embedded file, for example <c>icon.svg</c>.</summary>
    /// <exception cref="KeyNotFoundException">No such file is embedded.</exception>
    public string PathOf(string name) => pathByName[name];

    /// <summary>Address of the one stylesheet in a direction, with a campaign's colours laid over the product's own.</summary>
    /// <param name="colours">Custom property names without dashes, and <c>#rrggbb</c> values; already checked.</param>
    /// <param name="over">Name of a sheet laid over it in the same file, so that a page asks for one; it reads the same in both directions.</param>
    public string Stylesheet(bool rightToLeft, IReadOnlyDictionary<string, string> colours, string? over = null)
    {
        var name = rightToLeft ? "site.rtl.css" : "site.css";
        var css = new StringBuilder(Encoding.UTF8.GetString(Read(Prefix + name)));
        if (over is not null)
            css.Append(Encoding.UTF8.GetString(Read(Prefix + over)));
        if (colours.Count > 0)
            css.Append(":root{").AppendJoin(';', colours.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"--{c.Key}:{c.Value}")).Append('}');
        return Keep(over ?? name, Linked(css.ToString()));
    }

    /// <summary>The file at <c>/assets/…</c>, or null.</summary>
    public IResult? At(string file) => byPath.GetValueOrDefault("/assets/" + file);

    private string Keep(string name, byte[] bytes)
    {
        var ready = new ReadyBytes(bytes, ContentType(name), ReadyBytes.Forever, compress: !name.EndsWith(".woff2", StringComparison.Ordinal));
        var dot = name.LastIndexOf('.');
        var path = $"/assets/{name[..dot]}.{ready.Hash[..8]}{name[dot..]}";
        byPath[path] = ready;
        return path;
    }

    private byte[] Linked(string css) => Encoding.UTF8.GetBytes(AssetLink().Replace(css, m => $"url({pathByName[m.Groups["name"].Value]})"));

    private static byte[] Read(string resource)
    {
        using var stream = Self.GetManifestResourceStream(resource) ?? throw new KeyNotFoundException(resource);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        var other => throw new InvalidOperationException($"An asset ends in '{other}', for which no content type is known."),
    };

    /// <summary><c>url(name.woff2)</c> in a stylesheet: a file beside it.</summary>
    [GeneratedRegex("""url\(["']?(?<name>[A-Za-z0-9.\-]+)["']?\)""")]
    private static partial Regex AssetLink();
}
