namespace Cairn.Know.Disclosure.Suppression;

/// <summary>The simplest shifts: two codes in each dimension, and the cells at the corners up and down in turn. Found by looking, without a program.</summary>
internal sealed class Boxes(ShiftSpace space)
{
    /// <summary>A box of blank cells that shifts the base cell <paramref name="cell"/> by <paramref name="shift"/>.</summary>
    /// <returns>Its corners; null when there is none, or the cell is a total.</returns>
    public List<int>? Find(int cell, long shift, bool[] blank)
    {
        var shape = space.Table.Shape;
        if (!shape.IsBase(cell))
            return null;
        var others = new List<(int Offset, int Sign)>[shape.Dimensions.Length];
        for (var d = 0; d < others.Length; d++)
        {
            others[d] = [];
            var (tree, code) = (shape.Dimensions[d], shape.CodeOf(cell, d));
            if (tree.ParentOf(code) < 0)
                continue;
            var siblings = tree.ChildrenOf(tree.ParentOf(code)).Where(c => c != code && tree.IsBase(c));
            // The top of all is in no further sum, so it may move along.
            foreach (var other in tree.ParentOf(tree.ParentOf(code)) < 0 ? siblings.Append(tree.ParentOf(code)) : siblings)
            {
                var offset = shape.Moved(cell, d, other) - cell;
                if (blank[cell + offset])
                    others[d].Add((offset, tree.IsBase(other) ? -1 : 1));
            }
        }

        var corners = new List<(int Cell, int Sign)> { (cell, 1) };
        return Extend(corners, others, 0, shift, blank) ? [.. corners.Select(c => c.Cell)] : null;
    }

    private bool Extend(List<(int Cell, int Sign)> corners, List<(int Offset, int Sign)>[] others, int dimension, long shift, bool[] blank)
    {
        if (dimension == others.Length)
            return true;
        var before = corners.Count;
        foreach (var (offset, sign) in others[dimension])
        {
            var fits = true;
            for (var k = 0; k < before && fits; k++)
            {
                var (cell, by) = (corners[k].Cell + offset, corners[k].Sign * sign);
                fits = blank[cell] && space.Table[cell] + by * shift >= 0;
                corners.Add((cell, by));
            }

            if (fits && Extend(corners, others, dimension + 1, shift, blank))
                return true;
            corners.RemoveRange(before, corners.Count - before);
        }

        return false;
    }
}
