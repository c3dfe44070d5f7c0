namespace Cairn.Help.Directory;

/// <summary>A service as it may be shown now.</summary>
/// <param name="Service">Holds showable fields only: what is not null may be drawn.</param>
public sealed record ListedService(Service Service, Opening Opening)
{
    public bool IsOpen => Opening is Opening.Open or Opening.AlwaysOpen;
}

/// <summary>The answer to "who can help".</summary>
/// <param name="Urgent">Emergency and police; the same for everyone and apart from the rest.</param>
/// <param name="Doors">The best first: open now, then always open or not known, then the ones that open soonest.</param>
/// <param name="Meanwhile">Set when the editors' first choice is closed and another can be reached by voice or chat now.</param>
public sealed record FoundHelp(IReadOnlyList<ListedService> Urgent, IReadOnlyList<ListedService> Doors, Meanwhile? Meanwhile);

/// <param name="Closed">The door a person would be sent to first.</param>
/// <param name="Open">The one to use until it opens.</param>
public sealed record Meanwhile(ListedService Closed, ListedService Open);
