namespace Cairn.Say.Posters.Partners;

/// <summary>A file that is not taken as a partner's mark. The message is one sentence for whoever chose the file; nothing of what is in the file stands in it.</summary>
internal sealed class PartnerMarkException(string message) : Exception(message);
