using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Moment;

namespace Cairn.Say.Moments;

/// <summary>A command about moments while it runs: a refusal becomes its sentence on stderr and exit 1.</summary>
internal static class MomentTold
{
    public static int By(ParseResult parsed, Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (Exception refused) when (refused is MomentException or StorageException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
