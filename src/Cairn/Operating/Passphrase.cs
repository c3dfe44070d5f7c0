using System.Text;
using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>The passphrase of a keyring's backup or of a package: from <c>CAIRN_PASSPHRASE</c>, or asked on the terminal without showing it. Never an argument, which other accounts could read.</summary>
internal static class Passphrase
{
    public const int Shortest = 14;
    private const string Variable = "CAIRN_PASSPHRASE";

    /// <param name="twice">For a new backup, so that a slip of the finger does not seal it for ever.</param>
    /// <exception cref="StorageException">There is none, or it is too short.</exception>
    public static string Get(bool twice, TextWriter people)
    {
        if (Given() is { } given)
            return LongEnough(given);

        var asked = LongEnough(Ask("Passphrase of the keyring's backup: ", people));
        return !twice || Ask("The same once more: ", people) == asked ? asked : throw new StorageException("The two passphrases differ. Nothing was done; start again.");
    }

    /// <summary>Somebody else's passphrase, of whatever length.</summary>
    /// <exception cref="StorageException">There is none.</exception>
    public static string OfPackage(TextWriter people) => Given() ?? Ask("Passphrase of the package: ", people);

    /// <returns>Null when it has to be asked for, on the terminal that is there.</returns>
    private static string? Given()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        return Console.IsInputRedirected ? throw new StorageException($"There is no passphrase. Set {Variable}, or run the command on a terminal, where it is asked for.") : null;
    }

    private static string LongEnough(string passphrase) =>
        passphrase.Length >= Shortest ? passphrase : throw new StorageException($"The passphrase is shorter than {Shortest} characters. Take four or more random words.");

    private static string Ask(string question, TextWriter people)
    {
        people.Write(question);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }

        people.WriteLine();
        return text.ToString();
    }
}
