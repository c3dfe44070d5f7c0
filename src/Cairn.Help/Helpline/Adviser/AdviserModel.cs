namespace Cairn.Help.Helpline.Adviser;

/// <summary>The desk's page; all else is drawn by its script.</summary>
/// <param name="Me">The member of staff's id.</param>
/// <param name="Supervisor">True for whoever may make the desk and take members off it.</param>
public sealed record AdviserModel(string Me, DeskPlace Place, string Script, string Integrity, bool Rehearsal, bool Supervisor);

/// <param name="Why">Why the line is closed, or null while it is open.</param>
public sealed record DeskCountsModel(DeskPlace Place, DeskCounts Counts, string? Why, int Members, bool Rehearsal);

/// <param name="By">Who asks, or null.</param>
public sealed record RecoveryModel(DeskPlace Place, string? By, bool Agreed, bool IsYou);
