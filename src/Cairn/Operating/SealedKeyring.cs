using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using NSec.Cryptography;

namespace Cairn.Operating;

/// <summary>Bytes under a passphrase, with the day they were sealed: <c>docs/keyring.md</c> describes each byte.</summary>
internal static class SealedKeyring
{
    private const int DayAt = 16, CostAt = 26, SaltAt = 38, NonceAt = 54, BoxAt = 78, SumBytes = 32, TagBytes = 16;
    private static readonly byte[] Magic = "cairn keyring 1\n"u8.ToArray();
    private static readonly XChaCha20Poly1305 Cipher = AeadAlgorithm.XChaCha20Poly1305;

    public static byte[] Seal(byte[] plain, string passphrase, DateOnly day, Cost cost)
    {
        var file = new byte[BoxAt + plain.Length + TagBytes + SumBytes];
        Magic.CopyTo(file, 0);
        Encoding.ASCII.GetBytes(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).CopyTo(file, DayAt);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(CostAt), cost.MemoryKiB);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(CostAt + 4), cost.Passes);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(CostAt + 8), 1);
        RandomNumberGenerator.Fill(file.AsSpan(SaltAt, BoxAt - SaltAt));
        using var key = KeyOf(passphrase, file, cost);
        Cipher.Encrypt(key, file.AsSpan(NonceAt, BoxAt - NonceAt), file.AsSpan(0, BoxAt), plain, file.AsSpan(BoxAt, plain.Length + TagBytes));
        SHA256.HashData(file.AsSpan(0, file.Length - SumBytes), file.AsSpan(file.Length - SumBytes));
        return file;
    }

    /// <exception cref="StorageException">It is no such file, is damaged, or the passphrase is wrong.</exception>
    public static (byte[] Plain, DateOnly Day) Open(byte[] file, string passphrase)
    {
        if (!file.AsSpan().StartsWith(Magic) || file.Length < BoxAt + TagBytes + SumBytes)
            throw new StorageException("This file is not a backup of a keyring that this version of Cairn can read. Nothing was restored.");
        // Anybody could have made this sum anew: it tells damage from a wrong passphrase and is not what protects the keys.
        if (!SHA256.HashData(file.AsSpan(0, file.Length - SumBytes)).AsSpan().SequenceEqual(file.AsSpan(file.Length - SumBytes)))
            throw new StorageException("This backup of the keyring is damaged. Nothing was restored; take another copy.");

        var cost = new Cost(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(CostAt)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(CostAt + 4)));
        if (!cost.IsBearable || BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(CostAt + 8)) != 1)
            throw new StorageException("This backup of the keyring asks for more work than Cairn ever does, so it was not made by Cairn. Nothing was restored.");

        using var key = KeyOf(passphrase, file, cost);
        var plain = new byte[file.Length - BoxAt - TagBytes - SumBytes];
        if (!Cipher.Decrypt(key, file.AsSpan(NonceAt, BoxAt - NonceAt), file.AsSpan(0, BoxAt), file.AsSpan(BoxAt, plain.Length + TagBytes), plain))
            throw new StorageException("The passphrase is wrong, or somebody changed this backup. Nothing was restored.");
        return (plain, DateOnly.ParseExact(Encoding.ASCII.GetString(file, DayAt, CostAt - DayAt), "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static Key KeyOf(string passphrase, byte[] file, Cost cost) => PasswordBasedKeyDerivationAlgorithm
        .Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKiB, NumberOfPasses = cost.Passes })
        .DeriveKey(passphrase, file.AsSpan(SaltAt, NonceAt - SaltAt), Cipher);

    /// <summary>What one guess at the passphrase costs (Argon2id).</summary>
    internal sealed record Cost(uint MemoryKiB, uint Passes)
    {
        public static Cost Usual { get; } = new(128 * 1024, 4);

        /// <summary>A file somebody made up must not take this machine's memory.</summary>
        public bool IsBearable => MemoryKiB is >= 8 and <= 1024 * 1024 && Passes is >= 1 and <= 16;
    }
}
