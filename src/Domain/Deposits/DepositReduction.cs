using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Asks for less of a deposit, or for nothing: the parts due last fall away first.</summary>
public static class DepositReduction
{
    /// <summary>
    /// Refuses a missing reason, an amount that is not lower, and one below what is paid; the same again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ReduceDeposit wanted, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ReductionId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        var deposit = account.Deposited.Deposit(wanted.DepositId);
        if (deposit?.Move(wanted.ReductionId) is { } known)
        {
            return known == new DepositMove(wanted.ReductionId, DepositCause.Hand, wanted.AmountMinor)
                ? Decision<AccountEvent>.Nothing
                : DepositRefusals.DepositExists;
        }
        if (DepositRefusals.UnlessRunning(account, wanted.DepositId) is { } notRunning)
            return notRunning;
        if (wanted.On < deposit!.AssessedOn)
            return Refusals.DateNotAllowed;
        if (wanted.AmountMinor < 0 || wanted.AmountMinor >= deposit.AmountMinor)
            return DepositRefusals.NotLower;
        return wanted.AmountMinor < Least(deposit)
            ? DepositRefusals.DepositPaid(new Money(Least(deposit), account.Currency))
            : Reduced(account, deposit, wanted.AmountMinor, (wanted.ReductionId, DepositCause.Hand, wanted.On));
    }

    /// <summary>What is paid, or was given back before a payment bounced, stays.</summary>
    internal static long Least(Deposit deposit) => Math.Max(deposit.PaidMinor, deposit.ReleasedMinor);

    internal static AccountEvent.DepositReduced Reduced(
        Account account, Deposit deposit, long amountMinor, (string? Id, DepositCause Cause, LocalDate On) how)
    {
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        var left = deposit.IsRequested ? deposit.AmountMinor - amountMinor : 0;
        foreach (var item in deposit.Instalments.Reverse().Select(part => account.Item(part.ItemId)).OfType<OpenItem>())
        {
            var part = Math.Min(left, item.Open.Minor);
            if (part > 0)
                shares.Add(ItemShare.Of(item, new Money(part, account.Currency)));
            left -= part;
        }
        Invariant.Holds(left == 0, "what need not be paid of a deposit is in its open items");
        return new AccountEvent.DepositReduced(
            deposit.Id, how.Id, how.Cause, deposit.AmountMinor, amountMinor, shares.ToImmutable(), how.On);
    }
}
