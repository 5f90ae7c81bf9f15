using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Budget billing in a random life, and what must hold of it at any time.</summary>
internal static class BudgetSteps
{
    /// <summary>Every event of the room, and every refusal that well-formed commands come to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.BudgetEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            BudgetRefusals.BudgetUnknown, BudgetRefusals.BudgetExists, BudgetRefusals.BudgetRuns,
            BudgetRefusals.BudgetEnded, BudgetRefusals.NothingToBudget, BudgetRefusals.InstalmentsInvalid,
            BudgetRefusals.DriftInvalid, BudgetRefusals.NoHistory, BudgetRefusals.AmountNotPositive,
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day)
    {
        var plan = $"B-{step.Day % 4}";
        return (Math.Abs(step.Amount) % 9) switch
        {
            0 or 1 => a => BudgetAgreement.Decide(a, Agree(a, step, plan, day)),
            2 => a => BudgetAdjustment.Decide(
                a, new AdjustBudget(a.RunningBudget?.Id ?? plan, step.Amount + 1000, day), Context("why")),
            3 => a => BudgetEnding.Decide(a, plan, day, Context("why")),
            // Years go by, so that they are settled.
            _ => a => BudgetReview.Decide(a, day.PlusMonths(step.Contract * 13)),
        };
    }

    public static void Check(Account account, BookedSums booked)
    {
        Assert.Equal(-booked.Of("budget-billing"), account.BudgetMinor);
        Assert.True(account.Budgets.Count(plan => plan.EndedOn is null) <= 1, "two plans run");
        Assert.All(account.Budgets.Where(plan => plan.EndedOn is not null), plan => Assert.Equal(0, plan.BalanceMinor));
    }

    public static string Describe(Account account) => string.Join(
        '\n',
        account.Budgets.Select(plan =>
            $"{plan.Id} {plan.AmountMinor} {plan.ChargedCount} {plan.EndedOn} {string.Join(',', plan.Years)}"));

    // What was billed up to a day is the earliest day a plan may begin on.
    private static AgreeBudget Agree(Account account, BooksStep step, string plan, LocalDate day)
    {
        var from = LocalDate.Max(day, account.Contracts.Max(contract => contract.BilledThrough) ?? day);
        var count = step.Day % 14;
        return new AgreeBudget(
            plan,
            step.Contract == 0 ? BudgetKind.DownPayments : BudgetKind.Level,
            step.Day % 5 == 0 ? null : step.Amount + 2000,
            from,
            from.PlusMonths(step.Day % 2),
            count,
            step.Day % 11 == 0 ? 101 : step.Contract * 10,
            day,
            step.Day % 10 == 0 ? [new BilledAmount(new Period(Day(1, 1), Day(3, 1)), 6_000)] : []);
    }
}
