namespace BillingActors.Domain.Tariffs;

/// <summary>
/// To which tier a quantity exactly at an upper limit belongs; it matters where the whole volume is priced.
/// </summary>
public enum TierLimit
{
    /// <summary>To the lower tier: "up to and including". The default.</summary>
    Inclusive,

    /// <summary>To the upper tier: "less than".</summary>
    Exclusive,
}
