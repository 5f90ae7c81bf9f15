using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Sets credits against debits; what is not named is taken oldest first.</summary>
/// <param name="SettlementId">Settlement; unique in its account.</param>
/// <param name="Credits">Credits to use up, none for all.</param>
/// <param name="Debits">Debits to pay with them, none for all that are not contested.</param>
/// <param name="On">When.</param>
public sealed record ApplyCredit(
    string SettlementId, ImmutableArray<ItemWish> Credits, ImmutableArray<ItemWish> Debits, LocalDate On);
