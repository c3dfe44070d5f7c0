using System.Diagnostics.CodeAnalysis;

namespace Cairn.Staff.Roles;

/// <summary>What a member of staff is there for. Several may be held at once; <see cref="Permission"/> says what each may see and do.</summary>
public sealed record Role : IParsable<Role>
{
    private Role(string slug, string purpose) => (Slug, Purpose) = (slug, purpose);

    public static Role Editor { get; } = new("editor", "Writes the campaign and keeps the directory true.");
    public static Role Approver { get; } = new("approver", "Decides, as a second person, what the site shows.");
    public static Role Adviser { get; } = new("adviser", "Answers people on a helpline desk.");
    public static Role Supervisor { get; } = new("supervisor", "Answers for a desk and for the advisers on it.");
    public static Role Analyst { get; } = new("analyst", "Reads what was shown and what came of it.");
    public static Role Administrator { get; } = new("administrator", "Invites staff, gives roles and takes them away. Publishes nothing.");

    public static IReadOnlyList<Role> All { get; } = [Editor, Approver, Adviser, Supervisor, Analyst, Administrator];

    /// <summary>The word used on the command line, in forms and in the database.</summary>
    public string Slug { get; }

    /// <summary>One sentence for people.</summary>
    public string Purpose { get; }

    public static Role Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var role) ? role : throw new FormatException($"'{s}' is not a role.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Role result)
    {
        result = All.FirstOrDefault(r => r.Slug == s);
        return result is not null;
    }

    public override string ToString() => Slug;
}
