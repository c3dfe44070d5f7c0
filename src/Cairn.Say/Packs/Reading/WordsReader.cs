using System.Reflection;
using System.Text.Json;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Concerns;
using Cairn.Help.Directory;
using Cairn.Help.Helpline;
using Cairn.Know.Register;
using Cairn.Know.Register.Releases;
using Cairn.Say.Moments;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using Cairn.Say.Toolkit;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>words/{l}.yaml</c>. The keys are the properties of the records that hold the words, so a new word is demanded of every pack at once.</summary>
internal static class WordsReader
{
    /// <param name="reference">The words gaps are filled from; null while the reference language itself is read.</param>
    /// <returns>Null when the reference language lacks a word.</returns>
    public static PackWords? Read(YamlMap file, Language language, PackWords? reference, PackMap things)
    {
        var frame = Section<FrameWords>(file, "frame", language, reference?.Frame, things);
        var directory = Section<DirectoryWords>(file, "directory", language, reference?.Directory, things);
        var figures = Section<FigureWords>(file, "figures", language, reference?.Figures, things);
        var tables = Section<TableWords>(file, "tables", language, reference?.Tables, things);
        var moments = Section<MomentWords>(file, "moments", language, reference?.Moments, things);
        var toolkit = Section<ToolkitWords>(file, "toolkit", language, reference?.Toolkit, things);
        var helpline = Section<HelplineWords>(file, "helpline", language, reference?.Helpline, things);
        var report = Section<ReportWords>(file, "report", language, reference?.Report, things);
        file.Done();
        return frame is null || directory is null || figures is null || tables is null || moments is null || toolkit is null || helpline is null || report is null ? null : new(frame, directory, figures, tables, moments, toolkit, helpline, report);
    }

    internal static string KeyOf(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    internal static IEnumerable<PropertyInfo> Properties<T>() => typeof(T).GetProperties().Where(p => p.CanWrite && p.PropertyType == typeof(string));

    private static T? Section<T>(YamlMap file, string name, Language language, T? reference, PackMap things)
        where T : class
    {
        if (reference is not null && !file.Has(name))
        {
            file.OptionalMap(name);
            things.Gaps.Add(new(file.Place, language, $"words of the section '{name}'"));
            return reference;
        }

        if (file.Map(name) is not { } map)
            return reference;
        var words = Activator.CreateInstance<T>();
        var whole = true;
        foreach (var property in Properties<T>())
        {
            var key = KeyOf(property);
            var text = reference is null || map.Has(key) ? map.Text(key) : map.OptionalText(key);
            if (text is not null)
                things.Texts.Add(new(map.At(key), map.LastLine(key), language, null, TextSort.Words, name, key, 0, text));
            else if (reference is not null && !map.Has(key))
                things.Gaps.Add(new(map.Place, language, $"the word '{name}.{key}'"));
            text ??= reference is null ? null : (string?)property.GetValue(reference);
            whole &= text is not null;
            property.SetValue(words, text);
        }

        if (map.Has("clock") && typeof(T) == typeof(FrameWords) && ((FrameWords)(object)words).Clock is not ("12" or "24"))
            map.Findings.Add(FileRules.UnknownWord, map.At("clock"), "'clock' should be \"12\" or \"24\".", "write \"12\" or \"24\", in quotes");
        map.Done();
        return whole ? words : null;
    }
}
