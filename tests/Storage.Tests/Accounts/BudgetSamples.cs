using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of budget billing, for their golden files.</summary>
internal static class BudgetSamples
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    public static IEnumerable<KeyValuePair<string, AccountEvent>> All => new Dictionary<string, AccountEvent>(
        StringComparer.Ordinal)
    {
        ["budget-agreed"] = new AccountEvent.BudgetAgreed(
            "B-1", BudgetKind.Level, 6000, Day, Day.PlusMonths(1), 11, 20, Day),
        ["budget-agreed-down-payments"] = new AccountEvent.BudgetAgreed(
            "B-1", BudgetKind.DownPayments, 6000, Day, Day, 12, 0, Day),
        ["budget-charged"] = new AccountEvent.BudgetCharged("B-1", "budget.B-1.1", 6000, Day, Day.PlusDays(14)),
        ["budget-adjusted"] = new AccountEvent.BudgetAdjusted("B-1", 6000, 7000, "by-hand", Day),
        ["budget-settled"] = new AccountEvent.BudgetSettled(
            "B-1", "budget.B-1.settlement.1", 1, 72000, 70000, -500, Day, Day.PlusDays(14)),
        ["budget-rolled"] = new AccountEvent.BudgetRolled("B-1", 1, -2500, 6000, 5800, Day),
        ["budget-ended"] = new AccountEvent.BudgetEnded("B-1", "left", Day),
    };
}
