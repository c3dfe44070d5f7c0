using System.Text;
using Cairn.Moment.Terms;

namespace Cairn.Tests.Moment.Terms;

/// <summary>Sealed lists of nonsense.</summary>
internal static class Lists
{
    public static TermKey Key { get; } = TermKey.From([.. Enumerable.Range(0, TermKey.Length).Select(i => (byte)(i * 7))]);

    public static byte[] Seal(string lines, TermKey? key = null, SealingOptions? options = null)
    {
        var file = new MemoryStream();
        TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(lines)), key ?? Key, file, null, options);
        return file.ToArray();
    }

    public static SealedTerms Of(params string[] lines) => SealedTerms.Read(Seal(string.Join('\n', lines)), Key);

    public static SealedTerms WithTypos(params string[] lines) => SealedTerms.Read(Seal(string.Join('\n', lines), options: new(Typos: true)), Key);

    /// <summary>As many entries as a real list has.</summary>
    public static SealedTerms Large { get; } = SealedTerms.Read(Seal(string.Join('\n', LargeOnes.Work.Terms)), Key);

    public static SealedTerms LargeWithTypos { get; } = WithTypos(LargeOnes.Work.Terms);

    public static bool Finds(this SealedTerms terms, string text) => terms.Match(text) != TermAction.None;
}
