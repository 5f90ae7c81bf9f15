namespace BillingActors.Domain.Tax.Terms;

/// <summary>What becomes of a line whose days of supply lie on both sides of a change.</summary>
public enum TaxStraddle
{
    /// <summary>It is split by its days.</summary>
    ByDays,

    /// <summary>Its first day counts for all.</summary>
    FirstDay,

    /// <summary>Its last day counts for all.</summary>
    LastDay,
}
