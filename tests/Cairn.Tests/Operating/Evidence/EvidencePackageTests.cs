using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Operating.Evidence;

namespace Cairn.Tests.Operating.Evidence;

/// <summary>Whatever file somebody is handed: it is read within bounds, and what is wrong with it is one sentence.</summary>
public sealed class EvidencePackageTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static APackage Made { get; } = APackage.AsMade();

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void A_file_that_is_no_package_is_refused_before_a_passphrase_is_asked_for()
    {
        IsRefused(Written([]), "is not a package");
        IsRefused(Written("blorptang"u8), "is not a package");
        IsRefused(Written(RandomNumberGenerator.GetBytes(10_000)), "is not a package");
        IsRefused(Written(File.ReadAllBytes(APackage.File).AsSpan(0, 5000)), "is not a package");
        IsRefused(Path.Combine(home, "nowhere.zip"), "could not be read");
        IsRefused(home, "could not be read");
    }

    [Fact]
    public void A_file_that_is_larger_than_a_package_can_be_is_not_opened()
    {
        var file = Path.Combine(home, "large.zip");
        using (var large = File.Create(file))
            large.SetLength(EvidencePackage.LargestBytes + 1);

        IsRefused(file, "is larger than a package can be");
    }

    [Fact]
    public void An_end_that_claims_sixty_thousand_items_is_refused()
    {
        var whole = File.ReadAllBytes(APackage.File);
        BinaryPrimitives.WriteUInt16LittleEndian(whole.AsSpan(whole.Length - 14), 60_000);
        BinaryPrimitives.WriteUInt16LittleEndian(whole.AsSpan(whole.Length - 12), 60_000);

        IsRefused(Written(whole), "is larger than a package can be");
    }

    [Fact]
    public void More_items_than_a_package_has_are_refused()
    {
        var many = Enumerable.Range(0, EvidencePackage.MostItems).Aggregate(Made, (package, i) => package.With($"blorptang-{i}.txt", "blorptang"u8.ToArray()));

        IsRefused(many.WriteTo(home), "is larger than a package can be");
    }

    // Kilobytes that become more than a package can hold, once with their size written down and once with a lie.
    [Fact]
    public void What_swells_is_not_read_to_its_end()
    {
        var honest = Made.With("blorptang.txt", new byte[EvidencePackage.LargestBytes + 1]).WriteTo(home);
        var lying = File.ReadAllBytes(honest);
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, EvidencePackage.LargestBytes + 1);
        for (var at = lying.AsSpan().IndexOf(size); at >= 0; at = lying.AsSpan().IndexOf(size))
            BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(at), 9);

        IsRefused(honest, "is larger than a package can be");
        Assert.True(lying.Length < 1_000_000);
        Assert.True(IsHarmless(Written(lying)));
    }

    [Fact]
    public void What_is_not_under_the_passphrase_does_not_count_as_opened()
    {
        var open = Made.WriteTo(home, key: 0);
        var weaker = Made.WriteTo(home, key: 128);

        Assert.StartsWith("Nothing opens", Assert.Throws<StorageException>(() => EvidencePackage.Open(open, () => APackage.Passphrase)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Nothing opens", Assert.Throws<StorageException>(() => EvidencePackage.Open(weaker, () => APackage.Passphrase)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_that_was_changed_anywhere_passes_nothing_that_was_not_signed()
    {
        var whole = File.ReadAllBytes(APackage.File);
        var random = new Random(20_310_303);

        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            Assert.True(IsHarmless(Written(i % 10 == 0 ? damaged.AsSpan(0, random.Next(damaged.Length)) : damaged)), $"change {i}");
        }
    }

    /// <summary>Refused, found wanting, or not changed in any item.</summary>
    private static bool IsHarmless(string file)
    {
        try
        {
            var package = EvidencePackage.Open(file, () => APackage.Passphrase);
            return !EvidenceVerdict.On(package, null).IsWhole || package.Items.All(i => i.Value.AsSpan().SequenceEqual(Made[i.Key]));
        }
        catch (StorageException refused)
        {
            return !refused.Message.Contains('\n', StringComparison.Ordinal);
        }
    }

    private static void IsRefused(string file, string why)
    {
        var refused = Assert.Throws<StorageException>(() => EvidencePackage.Open(file, () => APackage.Passphrase));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private string Written(ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(home, "some.zip");
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
