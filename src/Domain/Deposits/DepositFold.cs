using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// What the events of the deposits make of an account; see <see cref="DepositWatch"/> for those of others.
/// </summary>
internal static class DepositFold
{
    /// <summary>The account after the event, with the sums that limits look at.</summary>
    public static Account Apply(Account account, AccountEvent.DepositEvent happened, EventEnvelope envelope)
    {
        var after = Apply(account, happened);
        return happened switch
        {
            AccountEvent.DepositReduced { Cause: DepositCause.Hand } e => ApprovalFold.Moved(
                after, MoneyAction.WaivingDeposit.ActionName, e.AmountMinorBefore - e.AmountMinor, e.On, envelope),
            AccountEvent.DepositReleased { Cause: DepositCause.Hand } e => ApprovalFold.Moved(
                after, MoneyAction.ReleasingDeposit.ActionName, e.AmountMinor, e.On, envelope),
            _ => after,
        };
    }

    /// <summary>The account after the event.</summary>
    public static Account Apply(Account account, AccountEvent.DepositEvent happened) => happened switch
    {
        AccountEvent.DepositAssessed e => account with { DepositFile = Assessed(account.Deposited, e) },
        AccountEvent.DepositReduced e => Reduced(account, e),
        AccountEvent.DepositRequested e => Requested(account, e),
        AccountEvent.DepositInterestCredited e => Credited(account, e),
        AccountEvent.DepositReleased e => Released(account, e),
        _ => throw new BrokenInvariantException("every event of the deposits is known"),
    };

    private static DepositFile Assessed(DepositFile file, AccountEvent.DepositAssessed e) => file with
    {
        Deposits = file.Deposits.Add(new Deposit(e.DepositId, e.On, e.Basis, e.AmountMinor)),
    };

    private static Account Reduced(Account account, AccountEvent.DepositReduced e) => account.Settled(e.Shares)
        .With(e.DepositId, deposit => DepositHolding.PaidWhole(
            deposit with
            {
                AmountMinor = e.AmountMinor,
                Moves = Added(deposit, e.ReductionId, e.Cause, e.AmountMinor),
            },
            e.On));

    private static Account Requested(Account account, AccountEvent.DepositRequested e) => e.Instalments.Aggregate(
        account.With(e.DepositId, deposit => deposit with { Instalments = e.Instalments }),
        (after, part) =>
        {
            var amount = new Money(part.AmountMinor, account.Currency);
            return after.WithItem(
                new OpenItem(part.ItemId, part.ItemId, amount, amount, e.On, part.DueOn, ItemKind.Deposit));
        });

    private static Account Credited(Account account, AccountEvent.DepositInterestCredited e) =>
        account.WithItem(Credit(account, e.ItemId, e.AmountMinor, e)).With(e.DepositId, deposit => deposit with
        {
            CreditCount = deposit.CreditCount + 1,
            InterestMinor = deposit.InterestMinor + e.AmountMinor,
            Interest = deposit.Interest! with
            {
                CountedUntil = e.Until,
                Segments = [],
                CarryMinor = e.CarryMinor,
                CreditedUntil = e.Until,
            },
        });

    private static Account Released(Account account, AccountEvent.DepositReleased e) =>
        account.WithItem(Credit(account, e.ItemId, e.AmountMinor, e)).With(e.DepositId, deposit =>
            DepositHolding.Moved(deposit, e.On, 0, e.AmountMinor) with
            {
                CreditCount = deposit.CreditCount + 1,
                Moves = Added(deposit, e.ReleaseId, e.Cause, e.AmountMinor),
            });

    private static OpenItem Credit(Account account, string itemId, long minor, AccountEvent.DepositEvent e)
    {
        var amount = new Money(-minor, account.Currency);
        return new OpenItem(itemId, itemId, amount, amount, e.On, e.On, ItemKind.DepositCredit);
    }

    private static ImmutableArray<DepositMove> Added(Deposit deposit, string? id, DepositCause cause, long minor) =>
        id is null ? deposit.Moves : deposit.Moves.Add(new DepositMove(id, cause, minor));

    private static Account With(this Account account, string depositId, Func<Deposit, Deposit> change)
    {
        Invariant.Holds(
            account.Deposited.Deposit(depositId) is not null, "what happens to a deposit happens to one decided");
        return account with { DepositFile = account.Deposited.With(depositId, change) };
    }
}
