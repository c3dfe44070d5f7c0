using System.Security.Cryptography;
using System.Text;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Sidecar.Starting;

/// <summary>Reads the two keys a sidecar is given.</summary>
internal static class KeyFiles
{
    private const int Largest = 4096;

    /// <returns>SubjectPublicKeyInfo.</returns>
    public static byte[] Public(string path)
    {
        var bytes = Read(path);
        try
        {
            using var key = ECDsa.Create();
            if (Encoding.ASCII.GetString(bytes) is var text && text.Contains("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal))
                key.ImportFromPem(text);
            else
                key.ImportSubjectPublicKeyInfo(bytes, out _);
            if (key.KeySize == 256)
                return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw Wrong(e);
        }

        throw Wrong(null);

        SidecarException Wrong(Exception? e) => new($"{path} is not a public key. --key takes the file that 'cairn sign key --public' wrote.", e);
    }

    public static TermKey Terms(string path)
    {
        try
        {
            return TermKey.Read(path);
        }
        catch (MomentException e)
        {
            throw new SidecarException(e.Message, e);
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var room = new byte[Largest];
            return room[..file.ReadAtLeast(room, Largest, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SidecarException($"{path}, which --key names, is not there.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SidecarException($"{path}, which --key names, cannot be read by this account.", e);
        }
    }
}
