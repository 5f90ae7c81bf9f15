using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Events;

/// <summary>Short words for events and the charges that price them.</summary>
internal static class GivenEvents
{
    public static UsageEvent Event(
        string id,
        string on,
        decimal? quantity = null,
        decimal? amount = null,
        params (string Name, string Value)[] more) =>
        new(id, Day(on).AtStartOfDayInZone(Berlin).ToInstant() + Duration.FromHours(1), "use", quantity, amount,
            more.ToImmutableSortedDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    public static IEnumerable<UsageEvent> Amounts(params decimal[] amounts) =>
        amounts.Select((amount, i) => Event($"E{i:00}", $"2025-01-{i + 2:00}", amount: amount));

    public static EventCharge Charge(PriceModel price, EventAggregation aggregation = EventAggregation.Sum,
        string field = "quantity", EventBilling billing = EventBilling.PerPeriod) =>
        new(Head("use"), "use", aggregation, field, "unit", price, billing, [], []);

    public static RatingRequest Used(Charge charge, params IEnumerable<UsageEvent> events) =>
        Used([charge], events);

    public static RatingRequest Used(Charge[] charges, params IEnumerable<UsageEvent> events) =>
        Rated(Tariff(charges), January) with { Events = [.. events] };

    public static decimal Cost(this RatingRequest request)
    {
        var result = ContractRating.Rate(request);
        Assert.Empty(result.Holds);
        return result.Lines.Sum(line => line.ExactAmount);
    }
}
