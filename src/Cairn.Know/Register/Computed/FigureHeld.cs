namespace Cairn.Know.Register.Computed;

/// <summary>Why there is no number for a figure.</summary>
public enum FigureHeld
{
    /// <summary>The day it describes is longer ago than the campaign allows.</summary>
    TooOld,

    /// <summary>No table of its series is published.</summary>
    NoTable,

    /// <summary>The newest table has no such dimension or code, or the part is not within the whole.</summary>
    NotInTable,

    /// <summary>A count it needs is not shown there, to protect people or because the source has none.</summary>
    NotShown,

    /// <summary>Nobody is counted in the whole, or rounding leaves nothing that could be said of it.</summary>
    NobodyCounted,
}

internal static class FigureHeldWords
{
    /// <summary>For staff.</summary>
    public static string Sentence(this FigureHeld why) => why switch
    {
        FigureHeld.TooOld => "not shown: it is older than the campaign allows",
        FigureHeld.NoTable => "not shown: no table of its series is published",
        FigureHeld.NotInTable => "not shown: the table has no such cells, or the part is not within the whole",
        FigureHeld.NotShown => "not shown: a count it needs is not shown in the table",
        _ => "not shown: nobody is counted in the whole, or rounding leaves nothing to say",
    };
}
