using System.Collections.Immutable;

namespace BillingActors.Domain.Cash;

/// <summary>What a legal entity does about payments that come back.</summary>
/// <param name="FeeMinor">Fee for one that its payer has to answer for, in the account's currency; 0 for none.</param>
/// <param name="RetryAfterDays">Days from each return to the next attempt; as many attempts as there are days.</param>
/// <param name="RetryWindowDays">No attempt later than so many days after the first return.</param>
/// <param name="ReturnCountMax">So many returns put the account on manual.</param>
public sealed record ReturnPolicy(
    long FeeMinor, ImmutableArray<int> RetryAfterDays, int RetryWindowDays, int ReturnCountMax)
{
    /// <summary>No fee, two more attempts within 180 days, manual from the second return.</summary>
    public static ReturnPolicy Usual { get; } = new(0, [5, 14], 180, 2);
}
