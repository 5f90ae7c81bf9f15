using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>One price for several things, such as seats and storage: the first step that holds them all.</summary>
/// <param name="By">The field that tells the things apart; "name" is the name of the event.</param>
/// <param name="Steps">The steps in rising order; the last has no limits.</param>
public sealed record CapacityPrice(string By, ImmutableArray<CapacityStep> Steps) : PriceModel;
