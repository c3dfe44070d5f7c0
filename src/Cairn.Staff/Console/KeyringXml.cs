using System.Text;
using System.Xml.Linq;
using Cairn.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Cairn.Staff.Console;

/// <summary>Keeps the keys of cookies and form tokens in the keyring, one file a key: whoever has the database alone can forge neither.</summary>
internal sealed class KeyringXml(Keyring keyring) : IXmlRepository
{
    private const string Prefix = "cookies-";
    private const string Ending = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keyring.Names()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(keyring.Read).OfType<byte[]>()
            .Select(bytes => XElement.Parse(Encoding.UTF8.GetString(bytes)))];

    // A key is written once and never changed, so making a file that is there already leaves it as it is.
    public void StoreElement(XElement element, string friendlyName) =>
        keyring.ReadOrMake(Prefix + string.Concat(friendlyName.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-')) + Ending, () => Encoding.UTF8.GetBytes(element.ToString()));
}
