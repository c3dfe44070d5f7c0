using System.CommandLine;
using Cairn;

var root = new RootCommand("A child-protection campaign as one program: it says a message, brings a person to help, and knows whether that worked.");
foreach (var command in Modules.Commands(TimeProvider.System))
    root.Subcommands.Add(command);

// Without words the program does what a newcomer wants to see.
var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Run 'cairn --help', or a command with '--help', to see the words it knows.");
    return 2;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = true });
