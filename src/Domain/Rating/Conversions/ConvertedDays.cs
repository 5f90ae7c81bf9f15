using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Conversions;

/// <summary>Days on which one product of factors converts.</summary>
/// <param name="Days">The days.</param>
/// <param name="Between">The converted use of some minutes of them.</param>
internal readonly record struct ConvertedDays(Period Days, Func<long, long, decimal> Between);
