using BillingActors.Domain.Charging;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tests.Invoicing;
using BillingActors.Domain.Tests.Rating.Calls;
using BillingActors.Domain.Tests.Rating.Events;
using NodaTime;

namespace BillingActors.Domain.Tests.Charging;

/// <summary>
/// Short words for what is used: calls at 0.10 and 0.30 a minute after 10 free ones, events in steps.
/// </summary>
internal static class GivenUsage
{
    public static LocalDate February { get; } = new(2025, 2, 1);

    public static LocalDate March { get; } = new(2025, 3, 1);

    /// <summary>Calls in Germany at 0.10 a minute, abroad at 0.30; 10 minutes are free; events by steps.</summary>
    public static Tariff Tariff { get; } = Priced(withMinutes: true);

    /// <summary>The same without free minutes.</summary>
    public static Tariff Plain { get; } = Priced(withMinutes: false);

    public static UsageRecord Call(string id, int day, decimal seconds, string to = "4930", int month = 1) =>
        new("switch", id)
        {
            Call = new CallRecord(id, At(month, day), seconds, "491701", to, CallDirection.Out),
        };

    public static UsageRecord Event(string id, int day, decimal quantity, int month = 1) =>
        new("meter", id)
        {
            Event = GivenEvents.Event(id, $"2025-{month:00}-{day:00}", quantity),
        };

    public static Instant At(int month, int day) => Instant.FromUtc(2025, month, day, 11, 0);

    private static Tariff Priced(bool withMinutes)
    {
        var voice = GivenCalls.Plan("minute", GivenCalls.Rate("49", 0.10m), GivenCalls.Rate("33", 0.30m));
        var tariff = SampleClosing.Of(
            "mobile",
            SampleClosing.BasePrice(5m),
            voice.Charged(),
            GivenEvents.Charge(new PriceModel.Tiers(
                ChargePer.Month,
                TierMode.Graduated,
                TierLimit.Inclusive,
                [new Tier(10m, 1m), new Tier(null, 0.5m)])));
        return withMinutes
            ? tariff with
            {
                Versions = [.. tariff.Versions.Select(version => version with { Buckets = [GivenCalls.Minutes(10)] })],
            }
            : tariff;
    }
}
