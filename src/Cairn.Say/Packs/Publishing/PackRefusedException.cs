using Cairn.Foundation.Storage;

namespace Cairn.Say.Packs.Publishing;

/// <summary>A folder or a stored revision is not fit to be shown; the message says why and what to do.</summary>
internal sealed class PackRefusedException : StorageException
{
    public PackRefusedException(string sentence)
        : base(sentence)
    {
    }

    public PackRefusedException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
