using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Sets credits against debits, oldest first where none are named.</summary>
/// <param name="SettlementId">Settlement; unique in its account.</param>
/// <param name="Credits">Credits to use up; none for all.</param>
/// <param name="Debits">Debits to pay with them; none for all that are not contested.</param>
[GenerateSerializer, Immutable, Alias("credit-settlement")]
public sealed record CreditSettlement(
    [property: Id(0)] string SettlementId,
    [property: Id(1)] ImmutableArray<PaidItem>? Credits = null,
    [property: Id(2)] ImmutableArray<PaidItem>? Debits = null);
