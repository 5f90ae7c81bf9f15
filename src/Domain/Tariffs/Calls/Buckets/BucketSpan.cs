namespace BillingActors.Domain.Tariffs.Calls.Buckets;

/// <summary>How often an allowance is granted, and how long it lasts.</summary>
public enum BucketSpan
{
    /// <summary>Each bill period, to its end.</summary>
    Period,

    /// <summary>Each bill period, for a number of days from its first day on.</summary>
    Days,

    /// <summary>Each calendar day.</summary>
    Day,

    /// <summary>Each week, Monday to Sunday.</summary>
    Week,

    /// <summary>Each calendar month.</summary>
    Month,

    /// <summary>Once, and then it lasts until it is used up: credit paid in advance.</summary>
    Once,
}
