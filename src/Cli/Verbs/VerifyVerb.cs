using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Cli.Output;

namespace BillingActors.Cli.Verbs;

/// <summary>billing verify: re-derives what the database says and compares; offline.</summary>
internal static class VerifyVerb
{
    private static readonly DatabaseOptions Database = new();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify",
            "Checks the whole database against itself, offline; 0 only if everything holds.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var checks = await OfflineVerification.Run(
                Database.Existing(parsed), step => terminal.Progress("verify: " + step), cancellation);
            terminal.EndProgress();
            return VerificationPrinting.Print(checks, terminal, parsed.WantsJson()) ? ExitCode.Ok : ExitCode.Error;
        });
        return Database.AddTo(command);
    }
}
