using System.Collections.Frozen;
using Cairn.Foundation.Text;

namespace Cairn.Foundation.Web;

/// <summary>The page frame of the revision on the air, in each language it offers. Swapped whole.</summary>
public sealed class Frames
{
    private volatile FrozenDictionary<string, Frame> byLanguage = FrozenDictionary<string, Frame>.Empty;

    /// <summary>The frame in a language, or null when the revision does not offer it.</summary>
    public Frame? In(Language language) => byLanguage.GetValueOrDefault(language.Code);

    /// <summary>The frame in the reference language, or null before anything is published.</summary>
    public Frame? Reference { get; private set; }

    /// <param name="frames">One frame a language, the reference language first.</param>
    public void Swap(IReadOnlyList<Frame> frames)
    {
        Reference = frames[0];
        byLanguage = frames.ToFrozenDictionary(f => f.Language.Code);
    }
}
