using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Publishing;

/// <summary>What a folder must pass before it is published: the same check that <c>cairn pack check</c> runs.</summary>
internal sealed class PackGate(TimeProvider time)
{
    /// <summary>Reads without checking: what was good when it was published is shown as long as it can be read.</summary>
    public PackReading Read(string directory) => PackReader.Read(directory);

    /// <returns>The pack of a folder without errors.</returns>
    /// <exception cref="PackRefusedException">The folder has errors; the message lists them.</exception>
    public Pack Admit(string directory)
    {
        var (pack, findings) = Check(directory);
        return pack ?? throw new PackRefusedException(string.Join('\n', [
            .. FindingLines.Errors(findings),
            $"The pack in '{directory}' has errors. Correct them; 'cairn pack check {directory}' shows them all."]));
    }

    /// <returns>Null instead of the pack when there is an error.</returns>
    private (Pack? Pack, IReadOnlyList<Finding> Findings) Check(string directory)
    {
        _ = time;
        var reading = PackReader.Read(directory);
        return (reading.Pack, reading.Findings);
    }
}
