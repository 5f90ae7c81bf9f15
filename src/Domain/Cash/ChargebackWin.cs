using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Books money of a chargeback that was won, all of a receipt or a part, and sets it against what is owed now.
/// </summary>
public static class ChargebackWin
{
    /// <summary>
    /// Refuses what was not charged back, and a part of a receipt whose rest went back; won before is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, WinChargeback wanted, CashTerms terms)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Cash.Receipt(wanted.ReceiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        return wanted.ChargebackId is { } id
            ? Part(account, receipt, id, wanted.On, terms)
            : Whole(account, receipt, wanted.On, terms);
    }

    private static Decision<AccountEvent> Whole(Account account, CashReceipt receipt, LocalDate on, CashTerms terms)
    {
        if (receipt.IsBooked && receipt.ReversalCount > 0)
            return Decision<AccountEvent>.Nothing;
        if (receipt.State != CashReceiptState.ChargedBack)
            return CashRefusals.NotChargedBack;
        var won = new AccountEvent.ChargebackWon(receipt.Id, receipt.Method, receipt.ChargeableMinor, on);
        var id = string.Create(CultureInfo.InvariantCulture, $"won-{receipt.ReversalCount}");
        return Applied(account, receipt, won, receipt.UnusedApplication(id), terms);
    }

    private static Decision<AccountEvent> Part(
        Account account, CashReceipt receipt, string chargebackId, LocalDate on, CashTerms terms)
    {
        if (receipt.Chargeback(chargebackId) is not { } part)
            return CashRefusals.NotChargedBack;
        if (part.IsWon)
            return Decision<AccountEvent>.Nothing;
        if (!receipt.IsBooked)
            return CashRefusals.ReceiptReversed;
        var won = new AccountEvent.ChargebackWon(receipt.Id, receipt.Method, part.AmountMinor, on)
        {
            ChargebackId = part.Id,
        };
        return Applied(account, receipt, won, receipt.UnusedApplication($"won.{part.Id}"), terms);
    }

    private static Decision<AccountEvent> Applied(
        Account account, CashReceipt receipt, AccountEvent.ChargebackWon won, string applicationId, CashTerms terms)
    {
        var money = new PlannedMoney(applicationId, won.AmountMinor, receipt.ValueOn, won.On, receipt.IsOnAccount);
        return ApplicationPlanning.Plan(account, money, [], terms) is { } application
            ? ImmutableArray.Create<AccountEvent>(won, new AccountEvent.ReceiptApplied(receipt.Id, application))
            : won;
    }
}
