using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Tables;

/// <summary>One dimension of a table: codes in a tree. The root and every code with children are totals over their children; the others are base codes.</summary>
/// <remarks>Codes stand in the order of a walk that meets a parent before its children; the root is 0.</remarks>
internal sealed class CodeTree
{
    private readonly ImmutableArray<int> _parent;
    private readonly ImmutableArray<ImmutableArray<int>> _children;
    private readonly Dictionary<string, int> _index;

    private CodeTree(string name, ImmutableArray<string> codes, ImmutableArray<int> parent)
    {
        (Name, Codes, _parent) = (name, codes, parent);
        var children = new List<int>[codes.Length];
        for (var i = 0; i < codes.Length; i++)
            children[i] = [];
        for (var i = 1; i < codes.Length; i++)
            children[parent[i]].Add(i);
        _children = [.. children.Select(c => c.ToImmutableArray())];
        _index = new(StringComparer.Ordinal);
        for (var i = 0; i < codes.Length; i++)
            _index.Add(codes[i], i);
    }

    public string Name { get; }

    public ImmutableArray<string> Codes { get; }

    /// <param name="under">Every code but the root, with its parent, in any order.</param>
    /// <exception cref="ArgumentException">A name or code is blank, a code stands twice, a parent is unknown, or codes are their own ancestors.</exception>
    public static CodeTree Of(string name, string root, params IReadOnlyList<(string Code, string Parent)> under)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        var known = new HashSet<string>(StringComparer.Ordinal) { root };
        foreach (var (code, _) in under)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(code, nameof(under));
            if (!known.Add(code))
                throw new ArgumentException($"The code '{code}' stands twice in '{name}'.", nameof(under));
        }

        var below = under.ToLookup(u => u.Parent, u => u.Code, StringComparer.Ordinal);
        if (below.FirstOrDefault(group => !known.Contains(group.Key)) is { } lost)
            throw new ArgumentException($"The parent '{lost.Key}' is not a code of '{name}'.", nameof(under));

        var codes = ImmutableArray.CreateBuilder<string>();
        var parents = ImmutableArray.CreateBuilder<int>();
        var open = new Stack<(string Code, int Parent)>([(root, -1)]);
        while (open.TryPop(out var next))
        {
            codes.Add(next.Code);
            parents.Add(next.Parent);
            var here = codes.Count - 1;
            foreach (var child in below[next.Code].Reverse())
                open.Push((child, here));
        }

        if (codes.Count != known.Count)
            throw new ArgumentException($"Codes of '{name}' are their own ancestors: {string.Join(", ", known.Except(codes).Order(StringComparer.Ordinal))}.", nameof(under));
        return new(name, codes.ToImmutable(), parents.ToImmutable());
    }

    /// <summary>A total and its parts, and nothing between.</summary>
    public static CodeTree Flat(string name, string total, params IReadOnlyList<string> parts) => Of(name, total, [.. parts.Select(p => (p, total))]);

    /// <summary>-1 for the root.</summary>
    public int ParentOf(int code) => _parent[code];

    /// <summary>None for a base code.</summary>
    public ImmutableArray<int> ChildrenOf(int code) => _children[code];

    public bool IsBase(int code) => _children[code].IsEmpty;

    /// <summary>The code itself and all above it, the root last.</summary>
    public IEnumerable<int> ChainOf(int code)
    {
        for (var at = code; at >= 0; at = _parent[at])
            yield return at;
    }

    /// <summary>The code itself and all below it.</summary>
    public IEnumerable<int> SubtreeOf(int code)
    {
        var open = new Stack<int>([code]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in _children[next])
                open.Push(child);
        }
    }

    /// <exception cref="ArgumentException">There is no such code.</exception>
    public int IndexOf(string code) =>
        _index.TryGetValue(code, out var index) ? index : throw new ArgumentException($"'{code}' is not a code of '{Name}'.", nameof(code));
}
