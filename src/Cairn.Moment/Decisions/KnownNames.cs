using System.Text;
using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>The names that receipts of this bundle carry, as strings that are there already; only one of an earlier revision makes a new string.</summary>
internal sealed class KnownNames(BundleContent content)
{
    private readonly byte[] revision = Convert.FromHexString(content.Revision);
    private readonly string[] names = [.. content.Arms.Select(a => a.Id).Concat(content.Languages).Distinct()];

    public string Of(ReadOnlySpan<byte> revisionBytes) => revisionBytes.SequenceEqual(revision) ? content.Revision : Convert.ToHexStringLower(revisionBytes);

    public string OfAscii(ReadOnlySpan<byte> name)
    {
        foreach (var known in names)
        {
            if (Ascii.Equals(name, known))
                return known;
        }

        return Encoding.ASCII.GetString(name);
    }
}
