using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>What an item may be paid less if it is paid in time.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="BasisPoints">Discount in hundredths of a percent of its total.</param>
/// <param name="Through">Last day, days of grace included.</param>
/// <param name="NetMinor">The item's net amount.</param>
/// <param name="Taxes">The item's taxes by code.</param>
public sealed record DiscountOffer(
    string ItemId, int BasisPoints, LocalDate Through, long NetMinor, ImmutableArray<TaxRelief> Taxes);
