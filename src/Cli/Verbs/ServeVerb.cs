using System.CommandLine;
using BillingActors.Cli.Embedded;

namespace BillingActors.Cli.Verbs;

/// <summary>billing serve: the whole product in one process.</summary>
internal static class ServeVerb
{
    private static readonly DatabaseOptions Database = new();

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons.",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    private static readonly Option<bool> Development = new("--development")
    {
        Description = "Let anybody on this machine log in to the console as anybody; loopback addresses only.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("serve", "Runs the whole product in one process until Ctrl-C.") { Urls, Development };
        command.SetAction(async (parsed, cancellation) =>
        {
            var storage = Database.NamedOrDefault(parsed);
            var urls = parsed.GetRequiredValue(Urls);
            await using var host = await EmbeddedHost.Start(
                storage, (urls, parsed.GetValue(Development)), TimeProvider.System, cancellation);
            terminal.Line($"billing serves at {host.Address} on {storage.Provider}; Ctrl-C ends it");
            await host.UntilEnd(cancellation);
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }
}
