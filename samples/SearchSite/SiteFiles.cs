namespace SearchSite;

/// <summary>The files of the site, carried in the program.</summary>
internal static class SiteFiles
{
    public static IReadOnlyList<(string Name, byte[] Bytes, string Type)> All { get; } =
    [
        ("notice.js", Read("notice.js"), "text/javascript; charset=utf-8"),
        ("site.js", Read("site.js"), "text/javascript; charset=utf-8"),
        ("site.css", Read("site.css"), "text/css; charset=utf-8"),
        ("icon.svg", Read("icon.svg"), "image/svg+xml"),
    ];

    public static byte[] Read(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
