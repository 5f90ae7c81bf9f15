using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Verbs;

/// <summary>billing account and account history: an account as it stands, and what happened to it.</summary>
internal static class AccountVerbs
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("account", "Shows an account: contracts, charges, open items, balance.")
        {
            Account, History(terminal), MoveOutVerb.Create(terminal),
        };
        command.SetAction((parsed, cancellation) => Show(parsed, terminal, cancellation));
        return command.AsClient();
    }

    private static Command History(Terminal terminal)
    {
        var command = new Command("history", "Lists what happened to an account, newest first.") { Account };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Account(parsed.GetRequiredValue(Account), "/history");
            await foreach (var entry in gateway.Rows<AccountHistoryEntry>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(entry);
                else
                    terminal.Line($"{entry.Version,5}  {entry.At:yyyy-MM-dd HH:mm:ss}  {entry.Kind,-20}  "
                        + $"{entry.ActorKind} {entry.ActorId} ({entry.Source})"
                        + (entry.Reason is { } reason ? $": {reason}" : ""));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static async Task<int> Show(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var path = Paths.Account(parsed.GetRequiredValue(Account));
        var account = await gateway.Get<AccountView>(path, cancellation);
        if (parsed.WantsJson())
            terminal.Json(account);
        else
            Print(account, terminal);
        return ExitCode.Ok;
    }

    internal static void Print(AccountView account, Terminal terminal)
    {
        terminal.Line($"{account.EntityId}/{account.AccountId}: {account.Status}, customer {account.CustomerId}, "
            + $"cycle {account.CycleId}, terms {account.TermsDays} days, version {account.Version}");
        terminal.Line($"balance {Amounts.Of(account.BalanceMinor, account.Currency)}, {account.InvoiceCount} invoices");
        foreach (var contract in account.Contracts)
            terminal.Line($"  contract {contract.ContractId} at {contract.ServicePointId} on "
                + string.Join(", ", contract.Tariffs.Select(tariff => tariff.TariffId))
                + (contract.BilledThrough is { } day ? $", billed until {Amounts.Day(day)}" : ", not billed yet"));
        foreach (var charge in account.Charges)
            terminal.Line($"  charge {charge.ChargeId}: {charge.Text}, "
                + Amounts.Of(charge.AmountMinor, account.Currency));
        foreach (var item in account.OpenItems)
            terminal.Line($"  {ItemName.Of(item.Number, item.Id)}: "
                + $"{Amounts.Of(item.OpenMinor, account.Currency)} open, due {Amounts.Day(item.DueOn)}");
    }
}
