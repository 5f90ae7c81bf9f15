using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>One bill of a subscription.</summary>
/// <param name="IssuedOn">Day it is for: a billing day, the day of a change, or the end.</param>
/// <param name="Period">From the first to the last day of its lines.</param>
/// <param name="Rating">Its lines with the state for the next bill, or the reasons to hold it.</param>
public sealed record SubscriptionBill(LocalDate IssuedOn, Period Period, RatingResult Rating);
