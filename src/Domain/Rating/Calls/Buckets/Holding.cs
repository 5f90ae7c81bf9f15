using BillingActors.Domain.Rating.State;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls.Buckets;

/// <summary>A balance while it is drawn from.</summary>
internal sealed class Holding(BucketBalance balance)
{
    public string Bucket => balance.Bucket;

    public Instant From => balance.From;

    public decimal Left { get; set; } = balance.Left;

    public Instant? Until { get; private set; } = balance.Until;

    public int RolledOver { get; private set; } = balance.RolledOver;

    public BucketBalance Balance => balance with { Left = Left, Until = Until, RolledOver = RolledOver };

    /// <summary>Whether it may be used at the instant.</summary>
    public bool IsOpenAt(Instant at) => From <= at && (Until is null || at < Until);

    /// <summary>Carries it over, until the later instant.</summary>
    public void RollOver(Instant? until) => (Until, RolledOver) = (until, RolledOver + 1);
}
