using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Gateway.Payments;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing unapplied: what is left of receipts, and what the rule set would pay with it.</summary>
internal static class UnappliedVerb
{
    public static Command Create(Terminal terminal)
    {
        var entity = new Argument<string>("ENTITY") { Description = "Legal entity." };
        var currency = new Option<string>("--currency") { Description = "ISO 4217 code.", Required = true };
        var command = new Command("unapplied", "Lists money that pays nothing yet, and what it may pay.")
        {
            entity, currency,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                "v1/payments/unapplied/" + Uri.EscapeDataString(parsed.GetRequiredValue(entity)),
                ("currency", parsed.GetRequiredValue(currency)));
            await foreach (var cash in gateway.Rows<UnappliedCash>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(cash);
                else
                    Print(cash, terminal);
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(UnappliedCash cash, Terminal terminal)
    {
        var receipt = cash.Receipt;
        terminal.Line($"{receipt.EntityId}/{receipt.AccountId} {receipt.ReceiptId}: "
            + $"{Amounts.Of(receipt.UnappliedMinor, receipt.Currency)} left by {receipt.Method}, "
            + $"value {Amounts.Day(receipt.ValueOn)}"
            + (cash.Reference is { } reference ? $": {reference}" : ""));
        foreach (var proposal in cash.Proposals)
        {
            terminal.Line($"{proposal.Score,5}  {proposal.AccountId}  {string.Join(", ", proposal.Reasons)}"
                + (proposal.Application is null ? "" : $"  {proposal.Application.By}"));
            foreach (var share in proposal.Application?.Shares ?? [])
            {
                terminal.Line($"         {Amounts.Bare(share.AmountMinor, receipt.Currency)} of "
                    + $"{ItemName.Of(share.Number, share.ItemId)}, due {Amounts.Day(share.DueOn)}");
            }
        }
    }
}
