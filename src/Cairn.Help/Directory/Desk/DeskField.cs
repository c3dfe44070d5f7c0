using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>A field as the desk sees it, whatever kind of value it has.</summary>
/// <param name="Written">The value as a note would hold it.</param>
internal sealed record DeskField(string Key, string Written, FieldState State, Uri Source, LocalDate CheckedOn, string? VerifiedBy, LocalDate? ExpiresOn)
{
    public bool IsNumber => Key is "phone" or "textphone";

    public bool IsHours => Key == FieldKinds.Hours.Key;

    /// <summary>The fields a service has, the way to call first.</summary>
    public static IReadOnlyList<DeskField> Of(Service s)
    {
        return [.. new[]
        {
            Field(FieldKinds.Phone, s.Phone), Field(FieldKinds.Textphone, s.Textphone), Field(FieldKinds.Chat, s.Chat), Field(FieldKinds.Form, s.Form),
            Field(FieldKinds.Website, s.Website), Field(FieldKinds.Email, s.Email), Field(FieldKinds.Hours, s.Hours), Field(FieldKinds.Name, s.Name),
            Field(FieldKinds.About, s.About), Field(FieldKinds.Languages, s.Languages),
        }.OfType<DeskField>()];

        static DeskField? Field<T>(FieldKind<T> kind, Sourced<T>? field)
            where T : class =>
            field is null ? null : new(kind.Key, kind.Write(field.Value), field.State, field.Source, field.CheckedOn, field.VerifiedBy, field.ExpiresOn);
    }
}
