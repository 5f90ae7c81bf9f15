using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Budgets;

/// <summary>What the events of budget billing make of an account.</summary>
internal static class BudgetFold
{
    public static Account Apply(Account account, AccountEvent.BudgetEvent happened) => happened switch
    {
        AccountEvent.BudgetAgreed e => account with
        {
            Budgets = account.Budgets.Add(new(
                e.PlanId, e.BudgetKind, e.AmountMinor, e.From, e.FirstOn, e.InstalmentCount, e.AdjustPercent)),
        },
        AccountEvent.BudgetCharged e => Charged(account, e),
        AccountEvent.BudgetAdjusted e => Changed(account, e.PlanId, plan => plan with { AmountMinor = e.AmountMinor }),
        AccountEvent.BudgetSettled e => Settled(account, e),
        AccountEvent.BudgetRolled e => Changed(account, e.PlanId, plan => Rolled(plan, e)),
        AccountEvent.BudgetEnded e => Changed(account, e.PlanId, plan => plan with { EndedOn = e.On }),
        _ => throw new BrokenInvariantException("every event of budget billing is known"),
    };

    /// <summary>Sets a bill against a plan in the place of making it an open item.</summary>
    public static Account Billed(Account account, AccountEvent.InvoiceIssued e) =>
        Changed(account, e.BudgetId!, plan =>
        {
            var year = plan.Year(plan.YearOf(e.Period.From));
            return plan.With(year with
            {
                ActualMinor = year.ActualMinor + e.NetMinor + e.TaxMinor,
                BilledDays = year.BilledDays + e.Period.Days,
            });
        });

    private static Account Charged(Account account, AccountEvent.BudgetCharged e)
    {
        var amount = new Money(e.AmountMinor, account.Currency);
        var item = new OpenItem(e.ItemId, e.ItemId, amount, amount, e.On, e.DueOn, ItemKind.Budget);
        return Changed(account, e.PlanId, plan =>
        {
            var year = plan.Year(plan.NextYear);
            var charged = year with
            {
                ChargedCount = year.ChargedCount + 1,
                ChargedMinor = year.ChargedMinor + e.AmountMinor,
            };
            return plan.With(charged) with { ChargedCount = plan.ChargedCount + 1 };
        }).WithItem(item);
    }

    private static Account Settled(Account account, AccountEvent.BudgetSettled e)
    {
        var amount = new Money(e.DifferenceMinor, account.Currency);
        var item = new OpenItem(e.ItemId, e.ItemId, amount, amount, e.On, e.DueOn, ItemKind.Settlement);
        return Changed(account, e.PlanId, plan => plan with
        {
            Years = plan.Years.RemoveAll(year => year.Index <= e.ThroughYear),
            SettledCount = plan.SettledCount + 1,
        }).WithItem(item);
    }

    private static BudgetPlan Rolled(BudgetPlan plan, AccountEvent.BudgetRolled e)
    {
        var next = plan.Year(e.Year + 1);
        var rolled = plan with
        {
            AmountMinor = e.AmountMinor,
            Years = plan.Years.RemoveAll(year => year.Index == e.Year),
        };
        return rolled.With(next with { CarriedMinor = next.CarriedMinor + e.DifferenceMinor });
    }

    private static Account Changed(Account account, string planId, Func<BudgetPlan, BudgetPlan> change) =>
        account with { Budgets = [.. account.Budgets.Select(plan => plan.Id == planId ? change(plan) : plan)] };
}
