using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>
/// Does what comes due by itself on a budget plan, day by day: instalments, adjustments where a year drifts, the
/// settlement of a year that is billed, and the end with the last contract.
/// </summary>
public static class BudgetReview
{
    private const string ContractsEnded = "contracts-ended";

    /// <summary>Nothing where nothing is due; days that were missed are made up for, each with its own date.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        for (var after = account; NextOn(after) <= on;)
        {
            var done = Step(after, on);
            Invariant.Holds(!done.IsEmpty, "what is due on a budget plan can be done");
            events.AddRange(done);
            after = done.Aggregate(after, static (state, happened) =>
                BudgetFold.Apply(state, (AccountEvent.BudgetEvent)happened));
        }
        return events.DrainToImmutable();
    }

    /// <summary>The day on which something comes due next; null: nothing waits but bills.</summary>
    internal static LocalDate? NextOn(Account account)
    {
        if (account.RunningBudget is not { } plan)
            return null;
        var days = new[] { ChargeOn(account, plan), YearDone(account, plan)?.On, EndOn(account) };
        return days.Min();
    }

    private static ImmutableArray<AccountEvent> Step(Account account, LocalDate on)
    {
        var plan = account.RunningBudget!;
        var next = NextOn(account);
        // Instalments first: what a year was charged is complete when it is settled.
        if (ChargeOn(account, plan) is { } day && day == next)
            return Charged(account, plan, day);
        if (EndOn(account) == next)
            return BudgetEnding.Ended(account, plan, ContractsEnded, on);
        var year = YearDone(account, plan)!.Value.Year;
        return plan.Kind == BudgetKind.Level
            ? [BudgetSettlement.Rolled(account, plan, year, on)]
            : [BudgetSettlement.Of(account, plan, year.Index, on)];
    }

    private static ImmutableArray<AccountEvent> Charged(Account account, BudgetPlan plan, LocalDate day)
    {
        var adjusted = BudgetAdjustment.OfDrift(plan, account.Currency, day);
        var charged = new AccountEvent.BudgetCharged(
            plan.Id,
            $"budget.{plan.Id}.{plan.ChargedCount + 1}",
            adjusted?.AmountMinor ?? plan.AmountMinor,
            day,
            day.PlusDays(account.TermsDays));
        return adjusted is null ? [charged] : [adjusted, charged];
    }

    // What is not supplied any more is not charged ahead.
    private static LocalDate? ChargeOn(Account account, BudgetPlan plan) =>
        LastUntil(account) is { } until && until <= plan.NextOn ? null : plan.NextOn;

    private static (LocalDate On, BudgetYear Year)? YearDone(Account account, BudgetPlan plan)
    {
        if (plan.Years.IsEmpty)
            return null;
        var (year, until) = (plan.Years[0], plan.YearUntil(plan.Years[0].Index));
        return IsBilled(account, until) ? (until, year) : null;
    }

    private static LocalDate? EndOn(Account account) =>
        LastUntil(account) is { } until && IsBilled(account, until) ? until : null;

    // Every day up to a day was billed for which the account has a contract.
    private static bool IsBilled(Account account, LocalDate until) => account.Contracts
        .Where(contract => contract.From < until)
        .All(contract => contract.BilledThrough is { } billed
            && billed >= (contract.Until is { } end ? LocalDate.Min(end, until) : until));

    private static LocalDate? LastUntil(Account account) =>
        account.Contracts.All(contract => contract.Until is not null)
            ? account.Contracts.Max(contract => contract.Until)
            : null;
}
