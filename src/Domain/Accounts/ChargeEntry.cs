using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Puts a one-off charge, or an allowance, on the next invoice; by hand, so it needs a reason.</summary>
public static class ChargeEntry
{
    /// <summary>
    /// The most a charge may come to, up or down: sums of such amounts stay far from what can be counted.
    /// </summary>
    public const long AmountMinorMax = 1_000_000_000_000;

    /// <summary>
    /// Refuses a missing reason, an amount out of range, an empty text, and an id that waits already.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, AccountEvent.ChargeAdded wanted, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ChargeId) || !Refusals.IsId(wanted.TaxCategory))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (wanted.AmountMinor == 0)
            return Refusals.AmountZero;
        if (wanted.AmountMinor is < -AmountMinorMax or > AmountMinorMax)
            return Refusals.AmountTooLarge;
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
