using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Limits what may be used until the next bill.</summary>
/// <param name="AmountMinor">The most, in minor units.</param>
/// <param name="ContractId">Contract; all of the account together unless it is given.</param>
/// <param name="Policy">notify, or block: then nothing more is reserved.</param>
/// <param name="Percents">At which percents somebody is told; 50, 80 and 100 unless they are given.</param>
[GenerateSerializer, Immutable, Alias("set-spending-cap")]
public sealed record SetSpendingCap(
    [property: Id(0)] long AmountMinor,
    [property: Id(1)] string? ContractId = null,
    [property: Id(2)] string Policy = "notify",
    [property: Id(3)] ImmutableArray<int>? Percents = null);
