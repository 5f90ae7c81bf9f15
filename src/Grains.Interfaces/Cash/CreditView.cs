using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Credits that were set against debits.</summary>
/// <param name="SettlementId">Settlement.</param>
/// <param name="On">When.</param>
/// <param name="Shares">What was settled; nothing together.</param>
[GenerateSerializer, Immutable, Alias("credit-view")]
public sealed record CreditView(
    [property: Id(0)] string SettlementId,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] ImmutableArray<SettledShare> Shares);
