using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Budgets;

/// <summary>Puts an account on a budget plan, with an amount that is given or estimated.</summary>
public static class BudgetAgreement
{
    // Ids of its items are made from it, and must be ids as well.
    private const int IdLengthMax = 32;

    /// <summary>
    /// Refuses a second plan, an account without contracts, days that are billed or past, and instalments that do not
    /// fit into a year; the same plan again is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AgreeBudget command)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(command.PlanId) || command.PlanId.Length > IdLengthMax)
            return Refusals.IdInvalid;
        if (account.Budget(command.PlanId) is { } known)
            return IsSame(known, command) ? Decision<AccountEvent>.Nothing : BudgetRefusals.BudgetExists;
        if (account.RunningBudget is not null)
            return BudgetRefusals.BudgetRuns;
        if (account.ParentId is not null)
            return CollectiveRefusals.PaidByParent;
        if (Misfit(account, command) is { } misfit)
            return misfit;
        var amount = command.AmountMinor
            ?? BudgetEstimate.Of(command.Billed, command.InstalmentCount, account.Currency)?.Minor;
        return amount switch
        {
            null => BudgetRefusals.NoHistory,
            <= 0 => BudgetRefusals.AmountNotPositive,
            > ChargeEntry.AmountMinorMax => Refusals.AmountTooLarge,
            { } minor => new AccountEvent.BudgetAgreed(
                command.PlanId,
                command.Kind,
                minor,
                command.From,
                command.FirstOn,
                command.InstalmentCount,
                command.AdjustPercent,
                command.On),
        };
    }

    private static Refusal? Misfit(Account account, AgreeBudget command)
    {
        if (command.InstalmentCount is < 1 or > 12)
            return BudgetRefusals.InstalmentsInvalid;
        if (command.AdjustPercent is < 0 or > 100)
            return BudgetRefusals.DriftInvalid;
        if (command.From < account.OpenedOn || command.FirstOn < command.On || command.FirstOn < command.From
            || command.From.PlusYears(1) <= command.On || command.From > command.On.PlusYears(1))
        {
            return Refusals.DateNotAllowed;
        }
        if (command.FirstOn.PlusMonths(command.InstalmentCount - 1) >= command.From.PlusYears(1))
            return BudgetRefusals.InstalmentsInvalid;
        if (account.Contracts.All(contract => contract.Until <= command.From))
            return BudgetRefusals.NothingToBudget;
        return account.Contracts.Any(contract => contract.BilledThrough > command.From)
            ? Refusals.PeriodBilled
            : null;
    }

    private static bool IsSame(BudgetPlan known, AgreeBudget command) =>
        known.Kind == command.Kind
        && (command.AmountMinor ?? known.AmountMinor) == known.AmountMinor
        && known.From == command.From
        && known.FirstOn == command.FirstOn
        && known.InstalmentCount == command.InstalmentCount
        && known.AdjustPercent == command.AdjustPercent;
}
