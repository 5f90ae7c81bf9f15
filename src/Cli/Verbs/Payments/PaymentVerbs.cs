using System.CommandLine;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment: what came in for an account, and every verb that moves it.</summary>
internal static class PaymentVerbs
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("payment", "Shows an account's payments, books them and takes them back.")
        {
            PaymentOptions.Account,
            PaymentReceiveVerb.Create(terminal),
            PaymentApplyVerbs.Apply(terminal),
            PaymentApplyVerbs.Unapply(terminal),
            PaymentReturnVerbs.Reverse(terminal),
            PaymentReturnVerbs.Chargeback(terminal),
            PaymentReturnVerbs.Won(terminal),
            PaymentReturnVerbs.Resume(terminal),
            CreditSettlementVerbs.Settle(terminal),
            CreditSettlementVerbs.Unsettle(terminal),
            RefundVerbs.Create(terminal),
            PaymentBatchVerb.Create(terminal),
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var cash = await gateway.Get<CashView>(parsed.Payments(), cancellation);
            if (parsed.WantsJson())
                terminal.Json(cash);
            else
                Print(cash, terminal);
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(CashView cash, Terminal terminal)
    {
        terminal.Line($"{cash.EntityId}/{cash.AccountId}: {Amounts.Of(cash.UnappliedMinor, cash.Currency)} unapplied"
            + (cash.IsManual ? $", on manual after {cash.ReturnCount} returns" : "") + $", version {cash.Version}");
        foreach (var receipt in cash.Receipts)
        {
            terminal.Line($"  {receipt.ReceiptId}: {Amounts.Of(receipt.AmountMinor, cash.Currency)} "
                + $"by {receipt.Method}, value {Amounts.Day(receipt.ValueOn)}, {receipt.State}"
                + (receipt.ReasonCode is { } code ? $" ({code})" : "")
                + $", {Amounts.Bare(receipt.UnappliedMinor, cash.Currency)} unapplied");
            foreach (var application in receipt.Applications)
                Print(application, cash.Currency, terminal);
            foreach (var part in receipt.Chargebacks ?? [])
            {
                terminal.Line($"    charged back {part.ChargebackId}: {Amounts.Bare(part.AmountMinor, cash.Currency)} "
                    + $"({part.ReasonCode}) on {Amounts.Day(part.On)}" + (part.IsWon ? ", won" : ""));
            }
        }
        foreach (var refund in cash.Refunds)
        {
            terminal.Line($"  refund {refund.RefundId}: {Amounts.Of(refund.AmountMinor, cash.Currency)} "
                + $"{refund.State}, asked by {refund.MakerId}" + (refund.Payee is { } payee ? $", to {payee}" : ""));
        }
        foreach (var retry in cash.Retries)
        {
            terminal.Line($"  {retry.ReceiptId} is drawn again on {Amounts.Day(retry.On)}, attempt {retry.Attempt}");
        }
    }

    /// <summary>Prints an application with its shares.</summary>
    public static void Print(ApplicationView application, string currency, Terminal terminal)
    {
        var more = (application.DiscountMinor == 0 ? ""
                : $", discount {Amounts.Bare(application.DiscountMinor, currency)}")
            + (application.DifferenceMinor == 0 ? ""
                : $", difference {Amounts.Bare(application.DifferenceMinor, currency)}");
        terminal.Line($"    {application.ApplicationId}: {Amounts.Bare(application.CashMinor, currency)} "
            + $"by {application.By}{more}");
        foreach (var share in application.Shares)
        {
            terminal.Line($"      {ItemName.Of(share.Number, share.ItemId)}: "
                + $"{Amounts.Bare(share.AmountMinor, currency)}, due "
                + Amounts.Day(share.DueOn));
        }
    }
}
