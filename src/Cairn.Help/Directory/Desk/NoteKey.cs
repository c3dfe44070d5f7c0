using Cairn.Foundation.Storage;

namespace Cairn.Help.Directory.Desk;

/// <summary>The key that signs what the desk says. It is not in the database: whoever can write there alone puts no number on the air.</summary>
internal sealed class NoteKey(Keyring keyring) : SigningKey(keyring, FileName)
{
    internal const string FileName = "note-signing.pem";
}
