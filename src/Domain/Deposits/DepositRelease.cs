using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Gives a deposit back by hand before its time, or takes it for what is overdue.</summary>
public static class DepositRelease
{
    /// <summary>
    /// Refuses a missing reason, more than is held, and arrears where there are none; the same release again is
    /// nothing. All that is held goes with its interest.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, ReleaseDeposit wanted, DepositPolicy policy, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ReleaseId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        var deposit = account.Deposited.Deposit(wanted.DepositId);
        if (deposit?.Move(wanted.ReleaseId) is { } known)
        {
            return known.Cause == wanted.Cause && (wanted.AmountMinor ?? known.AmountMinor) >= known.AmountMinor
                ? Decision<AccountEvent>.Nothing
                : DepositRefusals.DepositExists;
        }
        return DepositRefusals.UnlessRunning(account, wanted.DepositId) is { } notRunning
            ? notRunning
            : Released(account, deposit!, wanted, (policy, context.Actor.Id));
    }

    private static Decision<AccountEvent> Released(
        Account account, Deposit deposit, ReleaseDeposit wanted, (DepositPolicy Policy, string MakerId) by)
    {
        if (deposit.HeldMinor <= 0)
            return DepositRefusals.NotHeld;
        if (wanted.On < deposit.Interest!.CountedUntil)
            return Refusals.DateNotAllowed;
        if (wanted.AmountMinor <= 0)
            return CreditRefusals.AmountNotPositive;
        if (wanted.AmountMinor > deposit.HeldMinor)
            return DepositRefusals.AboveHeld(new Money(deposit.HeldMinor, account.Currency));
        var amount = wanted.AmountMinor ?? deposit.HeldMinor;
        if (wanted.Cause == DepositCause.Arrears)
            amount = Math.Min(amount, DepositReturn.ArrearsMinor(account, DepositArrears.Overdue, wanted.On));
        if (amount == 0)
            return DepositRefusals.ArrearsMissing;
        return amount == deposit.HeldMinor && YearWithoutRate(deposit, by.Policy, wanted.On) is { } year
            ? DepositRefusals.RateMissing(year)
            : DepositReturn.Of(account, deposit, by.Policy, new DepositReturn.Order(
                amount, wanted.Cause, wanted.ReleaseId, wanted.On, by.MakerId));
    }

    /// <summary>The year whose rate is missing, so that a deposit cannot go back with its interest; or null.</summary>
    internal static int? YearWithoutRate(Deposit deposit, DepositPolicy policy, LocalDate on) =>
        policy.Interest is { } rule ? DepositInterestCount.YearWithoutRate(deposit, rule, on) : null;
}
