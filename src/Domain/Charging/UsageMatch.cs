namespace BillingActors.Domain.Charging;

/// <summary>What is known of the id of a record.</summary>
internal enum UsageMatch
{
    /// <summary>It never came.</summary>
    None,

    /// <summary>It came and said the same.</summary>
    Same,

    /// <summary>It came and said something else.</summary>
    Other,
}
