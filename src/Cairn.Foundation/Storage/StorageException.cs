namespace Cairn.Foundation.Storage;

/// <summary>Storage cannot be used; the message is one plain sentence and what to do, fit for a person to read.</summary>
public class StorageException : Exception
{
    public StorageException(string sentence)
        : base(sentence)
    {
    }

    public StorageException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
