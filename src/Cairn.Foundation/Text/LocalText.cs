using System.Collections.Frozen;

namespace Cairn.Foundation.Text;

/// <summary>One text in several languages. The first language is complete; the others fall back to it.</summary>
public sealed class LocalText
{
    private readonly FrozenDictionary<string, string> byCode;
    private readonly string fallback;

    /// <param name="reference">The language every text has.</param>
    /// <exception cref="ArgumentException">The reference language is missing.</exception>
    public LocalText(Language reference, IReadOnlyDictionary<Language, string> texts)
    {
        if (!texts.TryGetValue(reference, out fallback!))
            throw new ArgumentException($"A text must have the language '{reference}'.", nameof(texts));
        byCode = texts.ToFrozenDictionary(t => t.Key.Code, t => t.Value);
    }

    public IEnumerable<string> Languages => byCode.Keys;

    public string In(Language language) => byCode.GetValueOrDefault(language.Code, fallback);

    public bool Has(Language language) => byCode.ContainsKey(language.Code);

    public override string ToString() => fallback;
}
