using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Cli.Verbs;

/// <summary>billing run resolve: decides about one held account, with a reason.</summary>
internal static class RunResolveVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Bill run." };

    private static readonly Argument<string> Account = new("ACCOUNT") { Description = "Account that is held." };

    private static readonly Option<string> Action = new("--action")
    {
        Description = "release (bill as calculated), recalculate or skip.",
        Required = true,
    };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", Required = true };

    public static Command Create(Terminal terminal)
    {
        Action.AcceptOnlyFromAmong("release", "recalculate", "skip");
        var command = new Command("resolve", "Releases, recalculates or skips one held account.")
        {
            Id, Account, Action, Reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var account = parsed.GetRequiredValue(Account);
            var path = Paths.Run(parsed.GetRequiredValue(Id), "/exceptions/" + Uri.EscapeDataString(account));
            var body = new ResolveHeld(account, parsed.GetRequiredValue(Action));
            var ask = parsed.Ask(terminal, parsed.GetRequiredValue(Reason));
            var run = await gateway.Send<RunView>(HttpMethod.Post, path, body, ask, cancellation);
            RunPrinting.Print(run, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }
}
