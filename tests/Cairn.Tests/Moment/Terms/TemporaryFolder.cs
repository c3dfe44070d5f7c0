namespace Cairn.Tests.Moment.Terms;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-terms-");

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public void Dispose() => folder.Delete(recursive: true);
}
