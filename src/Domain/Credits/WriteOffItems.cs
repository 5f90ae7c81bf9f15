using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Gives up the open amounts of some items.</summary>
/// <param name="WriteOffId">Id of the write-off.</param>
/// <param name="Kind">Why.</param>
/// <param name="Code">Reason code of the house's list.</param>
/// <param name="On">The day it counts from.</param>
/// <param name="Items">The items, each whole, with the taxes of its invoice.</param>
public sealed record WriteOffItems(
    string WriteOffId, WriteOffKind Kind, string Code, LocalDate On, ImmutableArray<TaxedItem> Items);
