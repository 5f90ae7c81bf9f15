using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>Takes an account off its budget plan; what was charged and what was billed are settled at once.</summary>
public static class BudgetEnding
{
    private const string Left = "left";

    /// <summary>Refuses a missing reason and an unknown plan; a plan that has ended is nothing new.</summary>
    public static Decision<AccountEvent> Decide(Account account, string planId, LocalDate on, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.Budget(planId) is not { } plan)
            return BudgetRefusals.BudgetUnknown;
        return plan.EndedOn is null ? Ended(account, plan, Left, on) : Decision<AccountEvent>.Nothing;
    }

    /// <summary>The settlement of all that is left of a plan, and its end.</summary>
    internal static ImmutableArray<AccountEvent> Ended(Account account, BudgetPlan plan, string code, LocalDate on)
    {
        var ended = new AccountEvent.BudgetEnded(plan.Id, code, on);
        return plan.Years.IsEmpty ? [ended] : [BudgetSettlement.Of(account, plan, plan.Years[^1].Index, on), ended];
    }
}
