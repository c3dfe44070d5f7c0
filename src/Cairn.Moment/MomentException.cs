namespace Cairn.Moment;

/// <summary>A file or a value that cannot be used. The message is one sentence for people that says what is wrong and, where something helps, what to do; it never
/// repeats a term, a query or a key.</summary>
public sealed class MomentException : Exception
{
    public MomentException()
    {
    }

    public MomentException(string message)
        : base(message)
    {
    }

    public MomentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
