using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Decides how much a customer deposits: by hand, or by the rule of the legal entity, which asks only for what is
/// missing beside what is deposited or asked for already.
/// </summary>
public static class DepositAssessment
{
    private const int IdLengthMax = 48;

    /// <summary>
    /// Refuses an amount by hand without a reason, a rule that is not there or has no bills to go by, and what is
    /// deposited already; the same deposit again is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, AssessDeposit wanted, DepositPolicy policy, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        // Its items are named after it.
        if (!Refusals.IsId(wanted.DepositId) || wanted.DepositId.Length > IdLengthMax)
            return Refusals.IdInvalid;
        if (wanted.On < account.OpenedOn)
            return Refusals.DateNotAllowed;
        if (account.Deposited.Deposit(wanted.DepositId) is { } known)
        {
            var isSame = wanted.AmountMinor is { } amount
                ? known.Basis == DepositBasis.Hand && known.AmountMinor == amount
                : known.Basis != DepositBasis.Hand;
            return isSame ? Decision<AccountEvent>.Nothing : DepositRefusals.DepositExists;
        }
        return wanted.AmountMinor is { } byHand
            ? ByHand(wanted, byHand, context)
            : ByPolicy(account, wanted, policy);
    }

    private static Decision<AccountEvent> ByHand(AssessDeposit wanted, long minor, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (minor <= 0)
            return CreditRefusals.AmountNotPositive;
        return minor > ChargeEntry.AmountMinorMax
            ? Refusals.AmountTooLarge
            : new AccountEvent.DepositAssessed(wanted.DepositId, DepositBasis.Hand, minor, 0, wanted.On);
    }

    private static Decision<AccountEvent> ByPolicy(Account account, AssessDeposit wanted, DepositPolicy policy)
    {
        if (policy.Amount is not { } rule)
            return DepositRefusals.PolicyMissing;
        if (wanted.MonthlyMinor is <= 0)
            return CreditRefusals.AmountNotPositive;
        if (wanted.MonthlyMinor > ChargeEntry.AmountMinorMax)
            return Refusals.AmountTooLarge;
        var (basis, monthly) = Monthly(wanted, rule);
        if (monthly is not { } month)
            return DepositRefusals.HistoryMissing;
        var whole = rule.FixedMinor ?? rule.Bounded(Minor(month * rule.BillMonths, account.Currency));
        var covered = account.Deposited.Deposits.Where(deposit => deposit.IsRunning)
            .Sum(deposit => deposit.AmountMinor - deposit.ReleasedMinor);
        return whole <= covered
            ? DepositRefusals.Sufficient(new Money(whole, account.Currency))
            : new AccountEvent.DepositAssessed(
                wanted.DepositId, basis, whole - covered, Minor(month, account.Currency), wanted.On);
    }

    // The month is kept exact, so that the deposit is rounded once.
    private static (DepositBasis Basis, decimal? Minor) Monthly(
        AssessDeposit wanted, DepositAmountRule rule)
    {
        if (rule.FixedMinor is not null)
            return (DepositBasis.FixedAmount, 0m);
        var (total, months) = (wanted.Bills.Sum(bill => bill.TotalMinor), wanted.Bills.Sum(bill => bill.Months));
        return months > 0 && total > 0
            ? (DepositBasis.Bills, total / months)
            : (DepositBasis.Estimate, wanted.MonthlyMinor);
    }

    private static long Minor(decimal exactMinor, Currency currency) =>
        Rounding.ToMoney(exactMinor / currency.Scale, currency).Minor;
}
