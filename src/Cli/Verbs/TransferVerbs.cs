using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Transfers;

namespace BillingActors.Cli.Verbs;

/// <summary>billing transfer start, show and list: items and money that go to another account.</summary>
internal static class TransferVerbs
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    public static Command Create(Terminal terminal) =>
        new("transfer", "Moves items or money to another account, and shows what is on its way.")
        {
            Start(terminal), Show(terminal), List(terminal),
        };

    private static Command Start(Terminal terminal)
    {
        var id = new Option<string>("--id") { Description = "Id; the same again changes nothing.", Required = true };
        var to = new Option<string>("--to") { Description = "ENTITY/ACCOUNT it goes to.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var scope = new Option<string>("--scope")
        {
            Description = "items, credits, cash or balance.",
            DefaultValueFactory = _ => "items",
        };
        scope.AcceptOnlyFromAmong("items", "credits", "cash", "balance");
        var items = new Option<string[]>("--item")
        {
            Description = "Item by id or number, whole; once for each. Without any, all that may move.",
            AllowMultipleArgumentsPerToken = true,
        };
        var amount = new Option<long?>("--amount-minor") { Description = "How much cash; without it, all there is." };
        var command = new Command("start", "Sends items or money to another account.")
        {
            Account, id, to, scope, items, amount, reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var (entityId, accountId) = Split(parsed.GetRequiredValue(to));
            var order = new TransferOrder(
                parsed.GetRequiredValue(id),
                accountId,
                parsed.GetRequiredValue(scope),
                [.. parsed.GetValue(items) ?? []],
                parsed.GetValue(amount),
                entityId);
            var path = Paths.Account(parsed.GetRequiredValue(Account), "/transfers");
            var ask = parsed.Ask(terminal, parsed.GetRequiredValue(reason));
            var done = await gateway.Send<TransferReceipt>(HttpMethod.Post, path, order, ask, cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                terminal.Line($"{done.EntityId}/{done.AccountId}  {done.TransferId}: {done.State}"
                    + (done.Code is { } code ? $" ({code})" : "") + $", version {done.Version}");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("TRANSFER") { Description = "The transfer." };
        var command = new Command("show", "Shows a transfer with its items.") { Account, id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var part = "/transfers/" + Uri.EscapeDataString(parsed.GetRequiredValue(id));
            var path = Paths.Account(parsed.GetRequiredValue(Account), part);
            var transfer = await gateway.Get<TransferView>(path, cancellation);
            if (parsed.WantsJson())
            {
                terminal.Json(transfer);
                return ExitCode.Ok;
            }
            Print(transfer, terminal);
            foreach (var item in transfer.Items)
                terminal.Line($"  {ItemName.Of(item.Number, item.ItemId),-16} {item.Kind,-11} "
                    + $"{Amounts.Of(item.AmountMinor, transfer.Currency)}, due {Amounts.Day(item.DueOn)}");
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists an account's transfers, newest first.") { Account };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Account(parsed.GetRequiredValue(Account), "/transfers");
            await foreach (var transfer in gateway.Rows<TransferView>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(transfer);
                else
                    Print(transfer, terminal);
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(TransferView transfer, Terminal terminal) => terminal.Line(
        $"{Amounts.Day(transfer.On)}  {transfer.TransferId}  {(transfer.Direction == "out" ? "to" : "from")} "
        + $"{transfer.OtherAccountId}: {transfer.State}" + (transfer.Code is { } code ? $" ({code})" : "")
        + $", {Amounts.Of(transfer.NetMinor, transfer.Currency)}, {transfer.Items.Length} items, "
        + $"{Amounts.Of(transfer.CashMinor, transfer.Currency)} of cash");

    private static (string EntityId, string AccountId) Split(string key) => key.Split('/') is [var entity, var account]
        ? (entity, account)
        : throw new UsageException($"'{key}' is no account: write ENTITY/ACCOUNT.");
}
