using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Events;

/// <summary>Events whose price depends on the hour at which they happen: by night from ten to six.</summary>
public sealed class EventPeriodTests
{
    private static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [], [new TimeOfUseRule(null, DayKind.All, 6 * 60, 22 * 60, "day")], "night");

    // 10 % of 8 are 0.80 by day, at least 1.50 at night, of 20 they are 2.
    [Theory]
    [InlineData("2025-01-03T20:59:59Z", 8, "0.8")]
    [InlineData("2025-01-03T21:00:00Z", 8, "1.5")]
    [InlineData("2025-01-04T04:59:59Z", 20, "2")]
    [InlineData("2025-01-04T05:00:00Z", 8, "0.8")]
    public void A_least_of_an_event_holds_at_night_only(string at, int amount, string cost)
    {
        var matrix = new MatrixPrice(
            [EventCharge.Period],
            [
                new MatrixRow(["night"], new PercentagePrice(10m, 0m, null, null, 1.5m, null)),
                new MatrixRow(["day"], new PercentagePrice(10m, 0m, null, null, null, null)),
            ],
            null);

        Assert.Equal(
            decimal.Parse(cost, null),
            ByHours(Charge(matrix, EventAggregation.Sum, "amount"), Event("1", "2025-01-02", amount: amount) with
            {
                At = NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value,
            }).Cost());
    }

    // The clock is put back at three on 26 October: half past two comes twice, and both are night until six.
    [Fact]
    public void The_period_is_that_of_the_local_hour()
    {
        var charge = Charge(new PriceModel.Flat(1m)) with { Filters = [new EventFilter("period", ["night"], false)] };
        UsageEvent[] events =
        [
            .. new[] { "2025-10-26T00:30:00Z", "2025-10-26T01:30:00Z", "2025-10-26T04:59:00Z", "2025-10-26T05:00:00Z" }
                .Select(static (at, i) => Event($"{i}", "2025-10-26", 1m) with
                {
                    At = NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value,
                }),
        ];
        var october = Days("2025-10-01", "2025-11-01");

        Assert.Equal(3m, (ByHours(charge, events) with { Cycle = october, Service = october }).Cost());
    }

    [Fact]
    public void Periods_group_the_events()
    {
        var charge = Charge(new PriceModel.Flat(1m)) with { GroupBy = ["period"] };
        var request = ByHours(charge, Event("1", "2025-01-02", 2m), Event("2", "2025-01-02", 5m) with
        {
            At = Instant.FromUtc(2025, 1, 2, 12, 0),
        });

        Assert.Equal(["use day 5 5.00 EUR", "use night 2 2.00 EUR"], ContractRating.Rate(request).Short());
    }

    [Theory]
    [InlineData("days", "night", "charges/0/calendar", "unknown-calendar")]
    [InlineData("hours", "dusk", "charges/0/filters/0/values", "unknown-period")]
    public void A_period_that_is_not_there_is_refused(string calendar, string period, string path, string rule)
    {
        var charge = Charge(new PriceModel.Flat(1m)) with
        {
            Calendar = calendar,
            Filters = [new EventFilter("period", [period], false)],
        };

        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(charge).With(Hours)));

        Assert.Equal(($"versions/0/{path}", rule), (problem.Path, problem.Rule));
    }

    [Fact]
    public void A_row_of_a_period_that_is_not_there_is_refused()
    {
        var matrix = new MatrixPrice(["period"], [new MatrixRow(["dusk"], new PriceModel.Flat(1m))], null);
        var charge = Charge(matrix) with { Calendar = "hours" };

        Assert.Equal("unknown-period", Assert.Single(TariffValidation.ProblemsOf(Tariff(charge).With(Hours))).Rule);
    }

    private static RatingRequest ByHours(EventCharge charge, params UsageEvent[] events)
    {
        var request = Used(charge with { Calendar = "hours" }, events);
        return request with { Tariff = request.Tariff.With(Hours) };
    }
}
