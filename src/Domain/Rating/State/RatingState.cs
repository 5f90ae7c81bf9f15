using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.State;

/// <summary>
/// What one rating leaves for the next: peaks for ratchets, banks of net metering, buckets, counters of tiers and what
/// was billed already. Equal inputs and an equal state give equal bills.
/// </summary>
/// <param name="Peaks">Highest demands of periods before, for ratchets.</param>
/// <param name="Banks">What net metering has in store.</param>
/// <param name="Buckets">Allowances that are left.</param>
/// <param name="Counters">How far open windows of tiers, caps and commitments have come.</param>
/// <param name="Billed">What was billed already for periods that may be corrected.</param>
public sealed record RatingState(
    ImmutableArray<PeakDemand> Peaks,
    ImmutableArray<EnergyBank> Banks,
    ImmutableArray<BucketBalance> Buckets,
    ImmutableArray<WindowCounter> Counters,
    ImmutableArray<BilledAmount> Billed)
{
    /// <summary>Nothing was rated before.</summary>
    public static RatingState Empty { get; } = new([], [], [], [], []);

    /// <summary>Connections that may go on in another record.</summary>
    public ImmutableArray<CallSession> Sessions { get; init; } = [];

    /// <summary>This state with the peaks, and with the allowances and connections that calls left.</summary>
    internal RatingState With(ImmutableArray<PeakDemand> peaks, RatingState calls) =>
        peaks == Peaks && calls.Buckets == Buckets && calls.Sessions == Sessions
            ? this
            : this with { Peaks = peaks, Buckets = calls.Buckets, Sessions = calls.Sessions };

    /// <summary>Whether there is nothing to carry on.</summary>
    internal bool IsEmpty => Peaks.IsEmpty && Banks.IsEmpty && Buckets.IsEmpty && Counters.IsEmpty && Billed.IsEmpty
        && Sessions.IsDefaultOrEmpty;
}
