using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Books money of a chargeback that was won, and sets it against what is owed now.</summary>
public static class ChargebackWin
{
    /// <summary>Refuses a receipt that was not charged back; won before is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string receiptId, LocalDate on, CashTerms terms)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Cash.Receipt(receiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (receipt.IsBooked && receipt.ReversalCount > 0)
            return Decision<AccountEvent>.Nothing;
        if (receipt.State != CashReceiptState.ChargedBack)
            return CashRefusals.NotChargedBack;
        var won = new AccountEvent.ChargebackWon(receipt.Id, receipt.Method, receipt.AmountMinor, on);
        var id = string.Create(CultureInfo.InvariantCulture, $"won-{receipt.ReversalCount}");
        var money = new PlannedMoney(id, receipt.AmountMinor, receipt.ValueOn, on, receipt.IsOnAccount);
        return ApplicationPlanning.Plan(account, money, [], terms) is { } application
            ? ImmutableArray.Create<AccountEvent>(won, new AccountEvent.ReceiptApplied(receipt.Id, application))
            : won;
    }
}
