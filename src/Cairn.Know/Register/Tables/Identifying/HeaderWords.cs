namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>The headings under which people are written down. What is returned is the word of this list and never the heading itself, which may be a value.</summary>
internal static class HeaderWords
{
    /// <summary>Written together anywhere in a heading.</summary>
    private static readonly string[] Within =
    [
        "surname", "forename", "firstname", "lastname", "givenname", "familyname", "maidenname", "middlename", "fullname", "nickname", "username", "christianname", "preferredname",
        "dateofbirth", "birthdate", "datebirth", "dateborn", "birthday", "yearofbirth", "birthyear", "placeofbirth", "address", "postcodesector", "postalsector", "postsector", "email", "telephone", "phonenumber", "mobilenumber",
        "nationalinsurance", "insurancenumber", "passport", "freetext", "housenumber", "houseno", "casenumber", "caseref", "caseno", "caseid", "referencenumber", "nominalnumber",
        "gridreference", "gridref", "latitude", "longitude", "vehicleregistration", "numberplate", "socialsecurity", "nhsnumber", "prisonernumber", "offenderid", "personid", "subjectid", "visorref", "visorid", "visornumber", "whatsapp",
    ];

    /// <summary>A word of its own in a heading.</summary>
    private static readonly string[] Alone =
    [
        "dob", "born", "birth", "addr", "street", "house", "phone", "tel", "mob", "mobile", "visor", "chi", "pnc", "pncid", "crn", "cro", "nino", "nhs", "nominal", "urn", "uprn", "alias", "aliases",
        "aka", "initials", "mail", "contacts", "uid", "guid", "uuid", "lat", "lon", "lng", "easting", "northing", "login", "fname", "lname", "sname", "spin", "individual", "handle", "driving",
    ];

    /// <summary>A word of its own, unless the heading says that it is of something else than a person.</summary>
    private static readonly string[] Unless = ["name", "names", "id", "ids", "identifier", "ref", "refs", "reference", "references", "case", "age", "ages"];

    private static readonly string[] OfSomethingElse =
    [
        "division", "divisions", "area", "areas", "region", "council", "authority", "board", "district", "offence", "offences", "crime", "group", "groups", "category", "force", "geography", "place", "table", "sheet",
        "period", "date", "year", "month", "measure", "indicator", "prison", "establishment", "hospital", "county", "type", "level", "band", "bands", "range", "standardised", "note", "local", "command", "series", "ward", "town", "locality", "court",
    ];

    // Contact lines of a body stand on covers too; these alone say nothing there.
    private static readonly string[] OfContact = ["email", "mail", "telephone", "phone", "tel", "address", "name", "contacts", "reference", "ref", "phonenumber"];

    private static readonly string[] Areas = ["chester le street"];

    /// <summary>The known word a heading has, or null.</summary>
    public static string? Find(string header)
    {
        if (header.Length is 0 or > 80)
            return null;
        foreach (var words in FoldedHeader.Readings(header))
        {
            if (words.Count == 0 || Areas.Contains(string.Join(' ', words)))
                continue;
            var together = string.Concat(words);
            if (Within.FirstOrDefault(w => together.Contains(w, StringComparison.Ordinal)) is { } within)
                return within;
            if (words.FirstOrDefault(w => Alone.Contains(w)) is { } alone)
                return alone;
            if (Alone.Contains(together))
                return together;
            if (together.StartsWith("dob", StringComparison.Ordinal) || together.EndsWith("dob", StringComparison.Ordinal))
                return "dob";
            if (words.FirstOrDefault(w => Unless.Contains(w)) is { } unless && !words.Any(w => OfSomethingElse.Contains(w)))
                return unless;
            if (Unless.Contains(together))
                return together;
        }

        return null;
    }

    /// <summary>The known word that a label at the beginning of a row is, and is no more than: a table of people may lie on its side.</summary>
    /// <param name="isCover">The sheet is a cover, where a body says how to reach it.</param>
    public static string? FindWhole(string label, bool isCover)
    {
        if (label.Length is 0 or > 30 || !label.Any(char.IsLetter))
            return null;
        foreach (var words in FoldedHeader.Readings(label.TrimEnd(':')))
        {
            var together = string.Concat(words);
            if ((Within.Contains(together) || Alone.Contains(together) || Unless.Contains(together)) && !(isCover && OfContact.Contains(together)))
                return together;
        }

        return null;
    }

    /// <summary>A heading over remarks: their length decides.</summary>
    public static bool IsRemarks(string header) => FoldedHeader.Readings(header).Any(words => words.Any(w => w is "note" or "notes" or "comment" or "comments" or "remarks" or "narrative" or "details" or "text" or "summary"));
}
