namespace Cairn.Know.Register.Tables.Offences;

/// <summary>How far a link between two levels of the classification goes. What was only recalled has no word here: it cannot be written down.</summary>
internal enum LinkSureness
{
    /// <summary>Read in a copy of the source.</summary>
    Seen,

    /// <summary>Follows from the words of both sides; nobody prints it.</summary>
    Reading,
}

/// <param name="Code">The key it has in the file.</param>
internal sealed record OffenceSource(string Code, string Publisher, string Title);

/// <summary>A group of the announcement.</summary>
internal sealed record OffenceGroup(string Code, string Title, OffenceSource Source);

/// <summary>To which group something belongs, and how sure that is.</summary>
internal sealed record GroupLink(OffenceGroup Group, LinkSureness Sureness)
{
    public string InWords => Sureness == LinkSureness.Seen ? "seen in the source" : "a reading of the words";
}

/// <summary>A type of the recorded crime statistics.</summary>
/// <param name="Link">Null: it stands in no group of the announcement.</param>
internal sealed record OffenceType(string Code, string Title, OffenceSource Source, GroupLink? Link);

/// <summary>A section of an act.</summary>
/// <param name="Title">Short and neutral; null where the source gives none.</param>
/// <param name="Types">None, one, or several when the source does not tell them apart.</param>
/// <param name="TypeSureness">Null when there are no types.</param>
/// <param name="Link">Its own, or that of its types when they all have the same; null otherwise.</param>
internal sealed record OffenceSection(string Act, string Section, string? Title, OffenceSource Source, IReadOnlyList<OffenceType> Types, LinkSureness? TypeSureness, GroupLink? Link)
{
    /// <summary>"Communications Act 2003 s.127".</summary>
    public string Name => $"{Act} s.{Section}";
}

/// <summary>From what a table calls an offence to its group.</summary>
/// <param name="Section">Null when the table names a type or a group.</param>
/// <param name="Types">None when the table names a group, or when the source puts the section in no type.</param>
/// <param name="Link">Null: it stands in no group.</param>
internal sealed record OffenceTrace(OffenceSection? Section, IReadOnlyList<OffenceType> Types, GroupLink? Link);

/// <summary>What is known of the mark "online" for one type in one period.</summary>
/// <param name="Percent">Of the type's crimes, 0 to 100.</param>
internal sealed record OnlineShare(OffenceType Type, string Period, decimal Percent);

/// <summary>"Online" is a mark beside an offence, never a group.</summary>
/// <param name="Since">First year of the mark.</param>
/// <param name="Quality">What has to be said with it.</param>
internal sealed record OnlineMark(OffenceSource Source, int Since, string Quality, IReadOnlyList<OnlineShare> Shares)
{
    /// <summary>For every reader of a table that has it.</summary>
    public string Note => $"Online is a mark beside an offence. {Quality} Source: {Source.Publisher}, {Source.Title}.";
}

/// <summary>From sections of acts through types of crime to the groups of the announcement: an edition of a classification, every row with its source.</summary>
/// <param name="Edition">Day of the edition, yyyy-MM-dd.</param>
internal sealed record OffenceGroups(
    string Edition, IReadOnlyList<OffenceGroup> Groups, IReadOnlyList<OffenceType> Types, IReadOnlyList<OffenceSection> Sections, OnlineMark Online)
{
    private static readonly Lazy<OffenceGroups> Shipped = new(() =>
    {
        using var stream = typeof(OffenceGroups).Assembly.GetManifestResourceStream("Cairn.Know.Register.Tables.offence-groups.yaml")!;
        using var reader = new StreamReader(stream);
        return OffenceGroupFile.Read(reader.ReadToEnd());
    });

    /// <summary>The edition that the program brings along.</summary>
    public static OffenceGroups Current => Shipped.Value;

    /// <summary>The group of what a table calls an offence: by the code or title of a group, of a type, or by a section, such as "s.52A of the Civic Government (Scotland) Act 1982".</summary>
    /// <returns>Null when nothing of that name is known, or when it stands in no group.</returns>
    public GroupLink? Find(string label) => Trace(label)?.Link;

    /// <summary>The same with the way that leads there.</summary>
    /// <returns>Null when nothing of that name is known.</returns>
    public OffenceTrace? Trace(string label)
    {
        var code = TableAxis.Folded(label);
        if (Groups.FirstOrDefault(g => code == g.Code || code == TableAxis.Folded(g.Title)) is { } group)
            return new(null, [], new(group, LinkSureness.Seen));
        if (Types.FirstOrDefault(t => code == t.Code || code == TableAxis.Folded(t.Title)) is { } type)
            return new(null, [type], type.Link);
        return Sections.FirstOrDefault(s => IsNamed(s, code)) is { } section ? new(section, section.Types, section.Link) : null;
    }

    // A section's number alone says nothing: every act has a section 1.
    private static bool IsNamed(OffenceSection section, string code)
    {
        var act = TableAxis.Folded(section.Act);
        var number = section.Section.ToLowerInvariant();
        return code == $"{act}-s-{number}" || code == $"{act}-section-{number}" || code == $"{act}-s{number}"
            || code == $"s-{number}-{act}" || code == $"section-{number}-{act}" || code == $"s{number}-{act}"
            || code == $"s-{number}-of-the-{act}" || code == $"section-{number}-of-the-{act}" || code == $"s{number}-of-the-{act}";
    }
}
