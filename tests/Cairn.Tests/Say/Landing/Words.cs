using System.Runtime.CompilerServices;

namespace Cairn.Tests.Say.Landing;

internal static class Words
{
    /// <summary>A set of words in which every word is its own name, so that a page shows which one stands where.</summary>
    public static T Filled<T>()
    {
        var words = RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (var word in typeof(T).GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite))
            word.SetValue(words, word.Name switch { "Clock" => "12", "SeenNotConfirmed" => "seen {date} {source}", _ => $"«{word.Name}»" });
        return (T)words;
    }
}
