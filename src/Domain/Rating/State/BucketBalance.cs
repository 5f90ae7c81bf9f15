using NodaTime;

namespace BillingActors.Domain.Rating.State;

/// <summary>An allowance that is not used up.</summary>
/// <param name="Bucket">Id of the bucket in the tariff.</param>
/// <param name="Unit">Unit, such as "s", "MB" or a currency.</param>
/// <param name="Left">What is left.</param>
/// <param name="From">Instant from which it may be used.</param>
/// <param name="Until">Instant at which it expires; null: never.</param>
public sealed record BucketBalance(string Bucket, string Unit, decimal Left, Instant From, Instant? Until)
{
    /// <summary>The subscriber it belongs to; null where all of the contract share it.</summary>
    public string? Subscriber { get; init; }

    /// <summary>How often it was carried over.</summary>
    public int RolledOver { get; init; }
}
