using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Puts a one-off charge, or an allowance, on the next invoice; by hand, so it needs a reason.</summary>
public static class ChargeEntry
{
    /// <summary>Refuses a missing reason, an amount of nothing, an empty text, and an id that waits already.</summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.ChargeAdded wanted, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ChargeId) || !Refusals.IsId(wanted.TaxCategory))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (wanted.AmountMinor == 0)
            return Refusals.AmountZero;
        if (string.IsNullOrWhiteSpace(wanted.Text) || wanted.Text.Length > 200)
            return Refusals.TextInvalid;
        if (account.Charges.FirstOrDefault(c => c.Id == wanted.ChargeId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : Refusals.ChargeExists;
        return wanted;
    }

    private static bool IsSame(PendingCharge charge, AccountEvent.ChargeAdded wanted) =>
        charge.Text == wanted.Text
        && charge.Amount.Minor == wanted.AmountMinor
        && charge.TaxCategory == wanted.TaxCategory
        && charge.On == wanted.On;
}
