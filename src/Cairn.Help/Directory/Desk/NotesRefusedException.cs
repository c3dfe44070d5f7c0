using System.Globalization;
using Cairn.Foundation.Storage;

namespace Cairn.Help.Directory.Desk;

/// <summary>The notes in the database are not all those that the desk wrote. None of them is believed then.</summary>
/// <remarks>The sentence names a row, never what is in it: it goes into the log.</remarks>
internal sealed class NotesRefusedException : StorageException
{
    private const string Remedy = "Find out who can write to the database, and restore a backup of it with the keyring that belongs to it.";

    private NotesRefusedException(string sentence)
        : base(sentence)
    {
    }

    public static NotesRefusedException NotOurs(long number) => new(string.Create(
        CultureInfo.InvariantCulture, $"Note {number} of the directory desk (help_field_note) was not written with this keyring, or was changed afterwards. {Remedy}"));

    public static NotesRefusedException Missing(long number) => new(string.Create(
        CultureInfo.InvariantCulture, $"Note {number} of the directory desk (help_field_note) is missing. {Remedy}"));
}
