using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Budgets;

/// <summary>Every "no" of budget billing.</summary>
public static class BudgetRefusals
{
    /// <summary>There is no such plan.</summary>
    public static Refusal BudgetUnknown { get; } = new("budget-unknown", "The account has no such budget plan.");

    /// <summary>The id was used for another plan.</summary>
    public static Refusal BudgetExists { get; } =
        new("budget-exists", "A budget plan of this id exists with another content.");

    /// <summary>One plan at a time.</summary>
    public static Refusal BudgetRuns { get; } = new("budget-runs", "A budget plan of the account runs already.");

    /// <summary>The plan is over.</summary>
    public static Refusal BudgetEnded { get; } = new("budget-ended", "The budget plan has ended.");

    /// <summary>There is nothing to be billed.</summary>
    public static Refusal NothingToBudget { get; } =
        new("nothing-to-budget", "A budget plan needs a contract that runs on its first day or later.");

    /// <summary>The word is no kind there is.</summary>
    public static Refusal BudgetKindUnknown { get; } =
        new("budget-kind-unknown", "A budget plan is of down-payments or level.");

    /// <summary>Instalments that do not fit into a year.</summary>
    public static Refusal InstalmentsInvalid { get; } = new(
        "budget-instalments-invalid",
        "A year has 1 to 12 instalments by the month, the first and last of them within it.");

    /// <summary>A drift out of range.</summary>
    public static Refusal DriftInvalid { get; } =
        new("drift-invalid", "The amount is adjusted at a drift of 1 to 100 percent, or with 0 never.");

    /// <summary>There is too little to estimate from.</summary>
    public static Refusal NoHistory { get; } = new(
        "budget-no-history", "Fewer than 28 days were billed in the year before, or nothing; name the amount.");

    /// <summary>An amount of nothing or less.</summary>
    public static Refusal AmountNotPositive { get; } =
        new("amount-not-positive", "The amount must be more than nothing.");
}
