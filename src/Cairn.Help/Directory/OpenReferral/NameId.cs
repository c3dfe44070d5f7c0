using System.Security.Cryptography;
using System.Text;

namespace Cairn.Help.Directory.OpenReferral;

/// <summary>The format wants a UUID for everything; ours are made from names, so that they stay the same from revision to revision.</summary>
internal static class NameId
{
    internal static Guid Of(params IEnumerable<string> path)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("cairn/directory/" + string.Join('/', path)))[..16];
        // RFC 9562, version 8: "made in a way of its own".
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
