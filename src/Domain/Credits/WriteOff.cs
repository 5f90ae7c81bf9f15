using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Domain.Credits;

/// <summary>What was given up and may still come back.</summary>
/// <param name="Id">Id of the write-off.</param>
/// <param name="Kind">Why it was given up.</param>
/// <param name="Shares">What is given up of each item; a recovery takes from it.</param>
/// <param name="TaxRelief">The tax taken back with it; a recovery takes from it.</param>
/// <param name="RecoveryIds">Recoveries so far.</param>
public sealed record WriteOff(
    string Id,
    WriteOffKind Kind,
    ImmutableArray<ItemShare> Shares,
    ImmutableArray<TaxShare> TaxRelief,
    ImmutableArray<string> RecoveryIds)
{
    /// <summary>What each recovery took; those stored before amounts were kept are missing.</summary>
    public ImmutableArray<Recovery> Recoveries { get; init; } = [];

    /// <summary>What may still be recovered, in minor units.</summary>
    public long LeftMinor => Shares.Sum(share => share.AmountMinor);
}
