using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Staff.Roles;

namespace Cairn.Help.Directory.Desk;

/// <summary>Keeps what this node shows in step with what the desk said here or on another node.</summary>
internal sealed class NotesOnAir(NoteStore store, ServiceDirectory directory, DrawnPages pages)
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Reads the notes again when there are new ones. What is shown stays while the database is away.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task Reload(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (await store.UnlessStillAt(directory.Notes.Last, cancel) is not { } notes)
                return;
            directory.Use(notes);
            pages.Clear();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps a note and shows what it changes on this node before it returns; the other nodes hear of it.</summary>
    /// <returns>False when it is kept, but could not be read back: this node does not show it yet.</returns>
    /// <exception cref="StorageException">Nothing was kept.</exception>
    public async Task<bool> Say(NewNote note, SignedIn who, CancellationToken cancel)
    {
        await store.Add(note, who, cancel);
        try
        {
            // Said is said: whoever closes the browser now does not stop it from being shown.
            await Reload(CancellationToken.None);
            return true;
        }
        catch (StorageException)
        {
            // The watch goes on trying, and says in the log that it cannot see the notes.
            return false;
        }
    }
}
