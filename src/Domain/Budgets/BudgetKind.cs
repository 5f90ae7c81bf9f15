namespace BillingActors.Domain.Budgets;

/// <summary>What becomes of the difference of a year between what was charged and what was billed.</summary>
public enum BudgetKind
{
    /// <summary>Down-payments: the difference is owed, or given back, once the year is billed.</summary>
    DownPayments,

    /// <summary>A level amount: the difference goes into the amount of the next year.</summary>
    Level,
}
