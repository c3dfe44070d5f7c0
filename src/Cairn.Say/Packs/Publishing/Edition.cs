namespace Cairn.Say.Packs.Publishing;

/// <summary>What the site shows: a revision as read from the database, verified, whole and never changed.</summary>
/// <param name="Version">Number of the act that put it in force; higher is later.</param>
/// <param name="Demonstration">True while nobody answers for it: every page says so.</param>
/// <param name="Drafts">True when draft translations are shown too; only a demonstration shows them.</param>
/// <param name="Since">When it came into force.</param>
internal sealed record Edition(string Revision, long Version, Pack Pack, bool Demonstration, bool Drafts, DateTimeOffset Since = default);
