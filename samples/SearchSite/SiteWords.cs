namespace SearchSite;

/// <summary>The site's own words, in the languages it speaks.</summary>
/// <param name="Language">Of the page; also its address.</param>
/// <param name="Tag">As asked of Cairn.</param>
internal sealed record SiteWords(
    string Language, string Tag, string Direction, string Title, string Label, string Search, string Results, string Nothing, string Ready, string OnItsOwn, string Other)
{
    public static SiteWords English { get; } = new(
        "en", "en-GB", "ltr", "Hill and Shore", "Search walks, birds and tides", "Search", "Found", "Nothing was found for these words.",
        "A small library of short texts about hills, birds and tides.", "Read this on a page of its own", "اردو");

    public static SiteWords Urdu { get; } = new(
        "ur", "ur", "rtl", "پہاڑ اور ساحل", "سیر، پرندے اور جوار بھاٹا تلاش کریں", "تلاش کریں", "نتائج", "ان الفاظ کے لیے کچھ نہیں ملا۔",
        "پہاڑوں، پرندوں اور جوار بھاٹے کے بارے میں مختصر تحریروں کی ایک چھوٹی لائبریری۔", "اسے الگ صفحے پر پڑھیں", "English");

    public static IReadOnlyList<SiteWords> All { get; } = [English, Urdu];

    public SiteWords Next => this == English ? Urdu : English;
}
