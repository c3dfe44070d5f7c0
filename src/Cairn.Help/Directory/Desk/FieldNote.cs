using System.Globalization;
using System.Text;
using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Text;

namespace Cairn.Help.Directory.Desk;

/// <summary>One thing the desk said about one field of one service. Never changed afterwards: triggers refuse it.</summary>
[Kept("What staff found out about the ways to help since the pack was written: it is laid over the pack's own fields.", Until = "Kept as long as the campaign; never changed.")]
internal sealed class FieldNote
{
    public const string Confirmed = "confirmed", Changed = "changed", Retired = "retired", Restored = "restored";

    /// <summary>Somebody called the service or went there.</summary>
    public const string ByCalling = "called";

    /// <summary>Somebody read it on the service's own page.</summary>
    public const string ByReading = "read";

    [Kept("Counts the notes, from 1.")]
    public long Number { get; init; }

    [Kept("The service, by its id in the pack.")]
    public required string Service { get; init; }

    [Kept("The field, by its key in the pack.")]
    public required string Field { get; init; }

    [Kept("Confirmed, changed, retired or restored.")]
    public required string Act { get; init; }

    [Kept("The service's public number, address or hours that this is about: as confirmed, as they are from now on, or as retired.")]
    public required string Value { get; init; }

    [Kept("The page where a changed value stands.")]
    public string? Source { get; init; }

    [Kept("Called or read: how it was checked. Nothing for a number that was retired or restored.")]
    public string? How { get; init; }

    [Kept("The day on which it was checked, in the United Kingdom.")]
    public required string CheckedOn { get; init; }

    [Kept("The sign-in name of the member of staff; never a visitor.")]
    public required string By { get; init; }

    [Kept("The name colleagues know the member of staff by, as it was then.")]
    public required string Called { get; init; }

    [Kept("The first day on which the field is no longer shown unless somebody checks it again.")]
    public string? ExpiresOn { get; init; }

    [Kept("When it was said, in milliseconds since 1970.")]
    public long At { get; init; }

    [Kept("Signature over all the columns before (ECDSA P-256, SHA-256): a row that only the database wrote is not believed.")]
    public byte[] Signature { get; private set; } = [];

    public LocalDate Day => LocalDatePattern.Iso.Parse(CheckedOn).Value;

    public LocalDate? Expiry => ExpiresOn is null ? null : LocalDatePattern.Iso.Parse(ExpiresOn).Value;

    public void SignWith(NoteKey key) => Signature = key.Sign(Statement()).Signature;

    public bool IsSignedWith(NoteKey key) => key.Verifies(Statement(), Signature);

    public bool IsAbout(string service, string field) => Service == service && Field == field;

    public static void Configure(EntityTypeBuilder<FieldNote> row)
    {
        row.ToTable("help_field_note");
        row.HasKey(r => r.Number);
        row.Property(r => r.Number).ValueGeneratedNever();
    }

    /// <summary>What is signed: every column, each preceded by its length so that no two notes can read alike; a minus is a column with nothing in it.</summary>
    private string Statement()
    {
        var text = new StringBuilder("cairn desk note 1\n");
        foreach (var part in new[] { Figure(Number), Service, Field, Act, Value, Source, How, CheckedOn, By, Called, ExpiresOn, Figure(At) })
            text.Append(part is null ? "-\n" : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part}\n"));
        return text.ToString();

        static string Figure(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
