using BillingActors.Domain.Tariffs.Calls.Buckets;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls.Buckets;

/// <summary>One grant of an allowance: when it falls due, how long it lasts, how much it is.</summary>
/// <param name="Rule">The allowance.</param>
/// <param name="From">When it falls due.</param>
/// <param name="Until">When it expires; null: never.</param>
/// <param name="Quantity">What is granted, in seconds, bytes, count or money.</param>
/// <param name="NoneSince">It is not granted where one of the same id was since this instant.</param>
internal sealed record BucketGrant(
    BucketRule Rule, Instant From, Instant? Until, decimal Quantity, Instant NoneSince);
