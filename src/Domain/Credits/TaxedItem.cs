using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Domain.Credits;

/// <summary>An item with the taxes of the document it came from, as far as they may be taken back.</summary>
/// <param name="ItemId">Open item.</param>
/// <param name="Taxes">Taxes of the whole document; empty where the law gives no relief.</param>
public sealed record TaxedItem(string ItemId, ImmutableArray<TaxShare> Taxes);
