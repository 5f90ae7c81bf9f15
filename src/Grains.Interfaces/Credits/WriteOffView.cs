using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>What was given up at once.</summary>
/// <param name="WriteOffId">The write-off.</param>
/// <param name="Kind">small-balance or bad-debt.</param>
/// <param name="LeftMinor">What may still be recovered, in minor units.</param>
/// <param name="TaxMinor">The tax in it that came back, and is due again when it is recovered.</param>
/// <param name="Numbers">The numbers of its items.</param>
/// <param name="RecoveryIds">Recoveries so far.</param>
[GenerateSerializer, Immutable, Alias("write-off-view")]
public sealed record WriteOffView(
    [property: Id(0)] string WriteOffId,
    [property: Id(1)] string Kind,
    [property: Id(2)] long LeftMinor,
    [property: Id(3)] long TaxMinor,
    [property: Id(4)] ImmutableArray<string> Numbers,
    [property: Id(5)] ImmutableArray<string> RecoveryIds);
