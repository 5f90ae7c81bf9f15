using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>Changes the amount of the instalments to come: by hand, or where a year drifts.</summary>
public static class BudgetAdjustment
{
    /// <summary>A season says little about a year.</summary>
    private const int BilledDaysMin = 90;

    private const string ByHand = "by-hand";
    private const string Drift = "drift";

    /// <summary>
    /// Refuses a missing reason, an unknown plan or one that has ended, and an amount out of range; the amount it has
    /// already is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AdjustBudget command, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.Budget(command.PlanId) is not { } plan)
            return BudgetRefusals.BudgetUnknown;
        if (plan.EndedOn is not null)
            return BudgetRefusals.BudgetEnded;
        if (command.AmountMinor <= 0)
            return BudgetRefusals.AmountNotPositive;
        if (command.AmountMinor > ChargeEntry.AmountMinorMax)
            return Refusals.AmountTooLarge;
        return command.AmountMinor == plan.AmountMinor
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.BudgetAdjusted(plan.Id, plan.AmountMinor, command.AmountMinor, ByHand, command.On);
    }

    /// <summary>
    /// The adjustment a running year needs, or null: what it will come to differs from what its instalments come to by
    /// more than the plan allows. The instalments that are left take the difference.
    /// </summary>
    internal static AccountEvent.BudgetAdjusted? OfDrift(BudgetPlan plan, Currency currency, LocalDate on)
    {
        var year = plan.Year(plan.NextYear);
        var left = plan.InstalmentCount - year.ChargedCount;
        if (plan.AdjustPercent == 0 || BudgetEstimate.OfYear(year, currency, BilledDaysMin) is not { } expected)
            return null;
        var charged = new Money(year.ChargedMinor, currency).ToDecimal();
        var planned = charged + (left * new Money(plan.AmountMinor, currency).ToDecimal());
        if (Math.Abs(expected - planned) * 100 <= planned * plan.AdjustPercent)
            return null;
        var amount = BudgetEstimate.Whole((expected - charged) / left, currency).Minor;
        return amount > 0 && amount != plan.AmountMinor
            ? new AccountEvent.BudgetAdjusted(plan.Id, plan.AmountMinor, amount, Drift, on)
            : null;
    }
}
