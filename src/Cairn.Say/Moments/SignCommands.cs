using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Moment;
using Cairn.Say.Moments.Serving;

namespace Cairn.Say.Moments;

/// <summary><c>cairn sign key</c> and <c>sign public</c>: keys that sign bundles.</summary>
internal static class SignCommands
{
    public static Command All() => new("sign", "Keys that sign what sidecars load.") { Key(), Public() };

    private static Command Key()
    {
        var file = new Option<string>("--out") { Description = "The private key; readable by you alone, never overwritten.", Required = true, HelpName = "KEY" };
        var open = new Option<string>("--public") { Description = "The public key, for those who load what it signs; never overwritten.", Required = true, HelpName = "PUB" };
        var command = new Command("key", "Make a key that signs bundles (ECDSA P-256).") { file, open };
        command.SetAction(parsed => MomentTold.By(parsed, () =>
        {
            var (secret, shown) = (parsed.GetRequiredValue(file), parsed.GetRequiredValue(open));
            // Both or none: a key whose other half could not be written helps nobody.
            KeptFile.RefuseWhenThere(secret);
            KeptFile.RefuseWhenThere(shown);
            if (Path.GetFullPath(secret) == Path.GetFullPath(shown))
                throw new MomentException("--out and --public name the same file: give each its own.");
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            KeptFile.WriteNew(shown, Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"), secret: false);
            try
            {
                KeptFile.WriteNew(secret, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), secret: true);
            }
            catch (MomentException)
            {
                File.Delete(shown);
                throw;
            }

            parsed.InvocationConfiguration.Error.WriteLine($"Made. '{secret}' signs and stays here; '{shown}' goes to whoever loads what it signs.");
        }));
        return command;
    }

    private static Command Public()
    {
        var open = new Option<string>("--out") { Description = "Where the public key is written; never overwritten.", Required = true, HelpName = "PUB" };
        var command = new Command("public", "Write the public key of the bundles that this installation serves, from the keyring.") { open };
        command.SetAction(parsed => MomentTold.By(parsed, () =>
        {
            var path = parsed.GetRequiredValue(open);
            KeptFile.WriteNew(path, Encoding.ASCII.GetBytes(new BundleSigningKey(Keyring.FromEnvironment()).PublicPem().TrimEnd('\n') + "\n"), secret: false);
            parsed.InvocationConfiguration.Error.WriteLine($"'{path}' checks what this installation serves.");
        }));
        return command;
    }
}
