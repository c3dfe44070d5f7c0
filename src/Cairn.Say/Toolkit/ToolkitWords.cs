namespace Cairn.Say.Toolkit;

/// <summary>The words on artwork and of the page that hands it out, in one language; section <c>toolkit</c> of a pack's <c>words/{l}.yaml</c>.</summary>
public sealed record ToolkitWords
{
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    /// <summary>On the face of a picture whose translation nobody checked.</summary>
    public required string Draft { get; init; }
    /// <summary>Hole {partner}; on the face of a picture that a partner hands out.</summary>
    public required string WithPartner { get; init; }
    /// <summary>Label of the choice of audience.</summary>
    public required string Who { get; init; }
    public required string Format { get; init; }
    public required string Language { get; init; }
    /// <summary>The choice that leaves nothing out.</summary>
    public required string All { get; init; }
    public required string Show { get; init; }
    /// <summary>Hole {count}.</summary>
    public required string Found { get; init; }
    public required string NothingFound { get; init; }
    /// <summary>Of one picture, beside its format.</summary>
    public required string Download { get; init; }
    /// <summary>All formats of an artwork in one file.</summary>
    public required string DownloadAll { get; init; }
    /// <summary>Everything that is shown, in one file.</summary>
    public required string DownloadKit { get; init; }
    /// <summary>Heading over what the picture shows.</summary>
    public required string Alternative { get; init; }
    /// <summary>Heading over the text to copy.</summary>
    public required string Post { get; init; }
    /// <summary>The picture as a page of text.</summary>
    public required string AsText { get; init; }
    public required string ForScreens { get; init; }
    public required string ForPrint { get; init; }
    public required string ForAdvertising { get; init; }
    /// <summary>What may be done with it, and what may not.</summary>
    public required string Terms { get; init; }
}
