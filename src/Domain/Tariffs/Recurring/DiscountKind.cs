namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>What the value of a discount is.</summary>
public enum DiscountKind
{
    /// <summary>Percent of the charges.</summary>
    Percent,

    /// <summary>An amount, at most that of the charges.</summary>
    Amount,
}
