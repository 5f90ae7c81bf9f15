using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>Bills one after the other, and what they leave.</summary>
/// <param name="Bills">The bills in order; one that must be held is the last.</param>
/// <param name="State">What the next rating starts from.</param>
public sealed record RatedPeriods(ImmutableArray<PeriodBill> Bills, RatingState State);
