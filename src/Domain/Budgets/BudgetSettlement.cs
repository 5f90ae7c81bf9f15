using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>Settles years of a plan: what was billed less what was charged is owed, or given back.</summary>
internal static class BudgetSettlement
{
    /// <summary>The settlement of every open year up to one.</summary>
    public static AccountEvent.BudgetSettled Of(Account account, BudgetPlan plan, int throughYear, LocalDate on)
    {
        var years = plan.Years.Where(year => year.Index <= throughYear).ToList();
        return new AccountEvent.BudgetSettled(
            plan.Id,
            $"budget.{plan.Id}.settlement.{plan.SettledCount + 1}",
            throughYear,
            years.Sum(year => year.ChargedMinor),
            years.Sum(year => year.ActualMinor),
            years.Sum(year => year.CarriedMinor),
            on,
            on.PlusDays(account.TermsDays));
    }

    /// <summary>The amount of the year to come and what is carried into it.</summary>
    public static AccountEvent.BudgetRolled Rolled(Account account, BudgetPlan plan, BudgetYear year, LocalDate on)
    {
        var next = new BudgetYear(0, 0, 0, year.ActualMinor, year.BilledDays, year.DifferenceMinor);
        var amount = BudgetEstimate.OfYear(next, account.Currency) is { } expected
            ? BudgetEstimate.Whole(expected / plan.InstalmentCount, account.Currency).Minor
            : plan.AmountMinor;
        return new AccountEvent.BudgetRolled(
            plan.Id, year.Index, year.DifferenceMinor, plan.AmountMinor, amount > 0 ? amount : plan.AmountMinor, on);
    }
}
