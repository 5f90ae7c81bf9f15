using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Verbs;

/// <summary>billing balance: what an account owes.</summary>
internal static class BalanceVerb
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("balance", "Shows what an account owes.") { Account };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Account(parsed.GetRequiredValue(Account), "/balance");
            var balance = await gateway.Get<BalanceView>(path, cancellation);
            if (parsed.WantsJson())
                terminal.Json(balance);
            else
                terminal.Line(
                    $"{Amounts.Of(balance.BalanceMinor, balance.Currency)}, {balance.OpenItemCount} open items"
                    + (balance.OldestDueOn is { } due ? $", the oldest due on {Amounts.Day(due)}" : "")
                    + $", version {balance.Version}");
            return ExitCode.Ok;
        });
        return command.AsClient();
    }
}
