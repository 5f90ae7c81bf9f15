using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>A spending cap, and what is used of it.</summary>
/// <param name="ContractId">Contract; empty for the account.</param>
/// <param name="AmountMinor">The most.</param>
/// <param name="UsedMinor">What is used and on no bill yet, rounded up.</param>
/// <param name="ReservedMinor">What is reserved.</param>
/// <param name="Policy">notify or block.</param>
/// <param name="Percents">At which percents somebody is told.</param>
/// <param name="PassedPercents">Those that were passed since the last bill.</param>
[GenerateSerializer, Immutable, Alias("spending-cap-view")]
public sealed record SpendingCapView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] long UsedMinor,
    [property: Id(3)] long ReservedMinor,
    [property: Id(4)] string Policy,
    [property: Id(5)] ImmutableArray<int> Percents,
    [property: Id(6)] ImmutableArray<int> PassedPercents);
