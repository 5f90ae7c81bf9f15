namespace BillingActors.Domain.Collections;

/// <summary>What became of a promise to pay.</summary>
public enum PromiseStatus
{
    /// <summary>Its day has not come.</summary>
    Open,

    /// <summary>All of it arrived in time.</summary>
    Kept,

    /// <summary>Not all of it arrived in time.</summary>
    Broken,

    /// <summary>It was taken back.</summary>
    Cancelled,
}
