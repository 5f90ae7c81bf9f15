using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;

namespace BillingActors.Domain.Tests.Budgets;

/// <summary>An account with a contract since January, and budget plans of it: eleven instalments of 50.00.</summary>
internal static class SampleBudget
{
    public const string Plan = "plan-1";

    public static Account Supplied { get; } = Open.After(Start("K-1", Day(1, 1)));

    public static Account OnPlan { get; } = Supplied.After(Decide(Supplied, Agree()));

    public static AgreeBudget Agree(
        long? minor = 5_000, BudgetKind kind = BudgetKind.DownPayments, int count = 11, int adjustPercent = 0) => new(
            Plan, kind, minor, Day(1, 1), count > 11 ? Day(1, 1) : Day(2, 1), count, adjustPercent, Day(1, 1), []);

    public static Decision<AccountEvent> Decide(Account account, AgreeBudget command) =>
        BudgetAgreement.Decide(account, command);

    /// <summary>The account after everything that was due by a day.</summary>
    public static Account ReviewedOn(this Account account, LocalDate on) =>
        account.After(BudgetReview.Decide(account, on));

    /// <summary>The account after a bill up to a day at a fixed price a month, 20 % tax on top.</summary>
    public static Account BilledUntil(this Account account, LocalDate until, decimal price)
    {
        var plan = Ready(account, Inputs(until, Input("K-1", Unmetered(), Fixed("flat", price))));
        return account.After(Issue(account, plan));
    }
}
