using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

public sealed class CoincidentLookBackTests
{
    private const string Summer = "2024-06-20T17:00=120,2024-07-16T17:00=130,2024-08-20T17:00=110,2024-09-05T17:00=80";

    [Theory]
    // Summers that set the next calendar year; those that set a delivery year from June on.
    [InlineData("06-01", "10-01", "2025-01-01", "2024-06-01..2024-10-01")]
    [InlineData("06-01", "10-01", "2025-06-01", "2024-06-01..2024-10-01")]
    [InlineData("06-01", "10-01", "2025-10-01", "2025-06-01..2025-10-01")]
    // A whole year, from November to October or of the calendar.
    [InlineData("11-01", "11-01", "2025-01-01", "2023-11-01..2024-11-01")]
    [InlineData("01-01", "01-01", "2025-06-01", "2024-01-01..2025-01-01")]
    // Over the turn of the year.
    [InlineData("12-01", "03-01", "2025-06-01", "2024-12-01..2025-03-01")]
    [InlineData("02-29", "02-29", "2025-06-01", "2024-02-29..2025-02-28")]
    public void The_latest_span_that_ended_sets_the_year(string from, string until, string start, string expected) =>
        Assert.Equal(
            expected,
            new CoincidentLookBack(new AnnualSpan(Date(from), Date(until)), Date("01-01"))
                .MeasuredBefore(Day(start)).ToString());

    [Theory]
    [InlineData("mean", "110")]
    [InlineData("highest", "130")]
    [InlineData("sum", "440")]
    public void Events_of_the_summer_before_are_billed(string rule, string billed)
    {
        // Of other years, other charges and of the bill itself none counts.
        const string Others = ",2023-07-01T17:00=900,other@2024-07-17T17:00=900,2024-12-20T17:00=900";

        var line = Assert.Single(Given50(
            Demand(), ("coincident-demand", rule), ("prior-events", Summer + Others),
            ("peak-events", "2025-01-09T17:00/18:00")).Lines);

        Assert.Equal(decimal.Parse(billed, CultureInfo.InvariantCulture), line.Quantity);
        Assert.Equal(
            $"events 2024-06-01..2024-10-01; {rule} of 120 at 2024-06-20T17:00+02:00, 130 at 2024-07-16T17:00+02:00,"
            + " 110 at 2024-08-20T17:00+02:00, 80 at 2024-09-05T17:00+02:00",
            line.Source.Reference);
    }

    [Theory]
    // The middle day is 4 January, so that the summer of 2024 counts; or 20 December, and that of 2023.
    [InlineData("2024-12-20", "2025-01-20", 80)]
    [InlineData("2024-12-01", "2025-01-08", 50)]
    public void A_bill_belongs_to_the_year_of_its_middle_day(string from, string until, decimal billed)
    {
        var request = Rated(Tariff(Demand()), Days(from, until)) with
        {
            Settings = Settings(("prior-events", "2023-07-11T17:00=50,2024-07-16T17:00=80")),
        };

        Assert.Equal(billed, Assert.Single(ContractRating.Rate(request).Lines).Quantity);
    }

    [Fact]
    public void A_charge_may_say_itself_what_several_events_make() => Assert.Equal(
        110m,
        Given50(Demand(CoincidentRule.Mean), ("coincident-demand", "sum"), ("prior-events", Summer)).Lines[0].Quantity);

    [Theory]
    [InlineData("none", "0")]
    [InlineData("highest", "70")]
    [InlineData("contract-demand", "90")]
    public void The_first_year_has_a_rule_of_its_own(string rule, string billed) => Assert.Equal(
        decimal.Parse(billed, CultureInfo.InvariantCulture),
        Given50(Demand(), ("coincident-first-year", rule), ("contract-demand", "90")).Lines[0].Quantity);

    [Theory]
    [InlineData("hold", "prior-events")]
    [InlineData("contract-demand", "contract-demand")]
    public void What_nobody_knows_is_not_billed(string rule, string missing)
    {
        var hold = Assert.Single(Given50(Demand(), ("coincident-first-year", rule)).Holds);

        Assert.Equal("option-missing", hold.Code);
        Assert.Equal(
            $"Charge demand knows no event in 2024-06-01..2024-10-01 and needs the contract's setting {missing}.",
            hold.Detail);
    }

    [Fact]
    public void Measured_events_set_the_next_year_through_the_state()
    {
        // Two peaks of 80 and 40 kW in June and July 2024, 20 and 10 kWh of a quarter of an hour; else 4 kW.
        var (june, july) = (Instant.FromUtc(2024, 6, 20, 15, 0), Instant.FromUtc(2024, 7, 16, 15, 0));
        var tariff = Tariff(Demand(CoincidentRule.Mean));
        tariff = tariff with
        {
            Versions = [tariff.Versions[0] with { Events = [new EventList("system", [Called(6, 20), Called(7, 16)])] }],
        };
        var (channel, state) = (Channel(minutes: 15), RatingState.Empty);
        var billed = new List<decimal>();
        for (var month = Day("2024-06-01"); month < Day("2026-02-01"); month = month.PlusMonths(1))
        {
            var days = new Period(month, month.PlusMonths(1));
            var request = Rated(tariff, days, Smart(channel)).With(Load(
                channel, days, at => at == june ? 20 : at == july ? 10 : 1)) with
            {
                Settings = Settings(("coincident-first-year", "none")),
            };
            var result = ContractRating.Rate(request with { State = state });
            Assert.Empty(result.Holds);
            billed.Add(result.Lines[0].Quantity);
            state = result.State;
            // The same bill again bills the same and leaves the same.
            Assert.Equal(result.State.Peaks, ContractRating.Rate(request with { State = state }).State.Peaks);
        }

        Assert.Equal([.. Enumerable.Repeat(0m, 7), .. Enumerable.Repeat(60m, 12), 0m], billed);
        Assert.Equal(
            [(june, 80m), (july, 40m)], state.Peaks.Select(static peak => (peak.EventAt!.Value, peak.Quantity)));
    }

    [Fact]
    public void What_is_given_goes_over_what_was_measured()
    {
        var state = RatingState.Empty with
        {
            Peaks =
            [
                new PeakDemand("demand", Days("2024-07-01", "2024-08-01"), null, 70m)
                {
                    EventAt = Instant.FromUtc(2024, 7, 16, 15, 0),
                },
                // The highest of a month is no event.
                new PeakDemand("demand", Days("2024-08-01", "2024-09-01"), null, 900m),
            ],
        };

        var line = Given50(Demand(), state).Lines[0];
        var corrected = Given50(Demand(), state, ("prior-events", "2024-07-16T17:00=75")).Lines[0];

        Assert.Equal((70m, 75m), (line.Quantity, corrected.Quantity));
    }

    // Half past midnight of 1 October in Berlin is still September by the clock of the bill, which is of a tariff
    // without a zone; so is the day that an event is given with.
    [Theory]
    [InlineData(true, 40)]
    [InlineData(false, 90)]
    public void The_day_of_an_event_is_by_the_clock_of_the_tariff(bool hasZone, decimal billed)
    {
        var tariff = Tariff(Demand()) with { Zone = hasZone ? Berlin : null };
        var state = RatingState.Empty with
        {
            Peaks =
            [
                new PeakDemand("demand", Days("2024-06-01", "2024-07-01"), null, 40m)
                {
                    EventAt = Instant.FromUtc(2024, 6, 20, 15, 0),
                },
                new PeakDemand("demand", Days("2024-10-01", "2024-11-01"), null, 90m)
                {
                    EventAt = Instant.FromUtc(2024, 9, 30, 22, 30),
                },
            ],
        };

        var result = ContractRating.Rate(Rated(tariff, January) with { State = state });

        Assert.Equal(billed, Assert.Single(result.Lines).Quantity);
    }

    [Theory]
    [InlineData(12, "")]
    [InlineData(13, ", …")]
    public void As_many_events_are_named_as_a_year_has_months(int count, string more)
    {
        var events = string.Join(',', Enumerable.Range(1, count).Select(static day => $"2024-07-{day:00}T17:00={day}"));

        var line = Given50(Demand(), ("coincident-demand", "sum"), ("prior-events", events)).Lines[0];

        Assert.Equal(count * (count + 1) / 2m, line.Quantity);
        Assert.EndsWith("12 at 2024-07-12T17:00+02:00" + more, line.Source.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_no_peak_of_a_ratchet()
    {
        var ratchet = new Charge.Demand(
            Head("demand"), Import() with { Unit = "kW" }, 15, new PriceModel.Flat(1m))
        {
            Terms = new DemandTerms { Ratchet = new Ratchet(100m, 12) },
        };
        var state = RatingState.Empty with
        {
            Peaks =
            [
                new PeakDemand("demand", Days("2024-07-01", "2024-08-01"), null, 900m) { EventAt = default(Instant) },
            ],
        };

        Assert.Equal(50m, Given50(ratchet, state).Lines[0].Quantity);
    }

    [Fact]
    public void An_event_is_kept_with_the_power_factor_of_its_bill()
    {
        var demand = Demand() with
        {
            Terms = Demand().Terms with { PowerFactor = new PowerFactorTerms(PowerFactorMethod.Ratio, 0.9m, 0m, []) },
        };

        var result = Given50(
            demand, ("power-factor", "0.75"), ("coincident-first-year", "none"),
            ("peak-events", "2025-01-09T17:00/18:00"));

        Assert.Equal(60m, Assert.Single(result.State.Peaks).Quantity);
        Assert.Equal(
            80m, Given50(demand, ("power-factor", "0.75"), ("prior-events", "2024-07-16T17:00=80")).Lines[0].Quantity);
    }

    [Theory]
    [InlineData("2024-07-16T17:00")]
    [InlineData("2024-07-16=80")]
    [InlineData("2024-07-16T24:00=80")]
    [InlineData("demand@2024-13-16T17:00=80")]
    [InlineData("2024-07-16T17:00=-1")]
    public void Events_that_are_none_are_refused(string text) =>
        Assert.Null(RatingSettings.Default.With("prior-events", text, out _));

    [Fact]
    public void A_demand_does_not_look_back_twice()
    {
        var twice = Demand() with { Terms = Demand().Terms with { Ratchet = new Ratchet(80m, 11) } };
        var version = Version(1, "2020-01-01", twice) with { Events = [new EventList("system", [])] };

        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(version)));

        Assert.Equal(("versions/0/charges/0/ratchet", "one-look-back"), (problem.Path, problem.Rule));
    }

    private static Charge.Demand Demand(CoincidentRule? combine = null) =>
        new(Head("demand"), Import() with { Unit = "kW" }, 15, new PriceModel.Flat(1m))
        {
            Terms = new DemandTerms
            {
                Basis = DemandBasis.Coincident,
                Events = "system",
                Combine = combine,
                LookBack = new CoincidentLookBack(new AnnualSpan(Date("06-01"), Date("10-01")), Date("01-01")),
            },
        };

    private static AnnualDate Date(string text) => NodaTime.Text.AnnualDatePattern.Iso.Parse(text).Value;

    private static PeakEvent Called(int month, int day) => new(new LocalDate(2024, month, day), 17 * 60, 18 * 60);

    private static RatingResult Given50(Charge charge, params (string Name, string Text)[] settings) =>
        Given50(charge, RatingState.Empty, settings);

    private static RatingResult Given50(
        Charge charge, RatingState state, params (string Name, string Text)[] settings) =>
        ContractRating.Rate(Rated(Tariff(charge), January) with
        {
            Determinants = new DeterminantUsage([new DeterminantPeriod(
                January,
                ImmutableSortedDictionary<string, DeterminantQuantity>.Empty,
                ImmutableSortedDictionary<string, DeterminantQuantity>.Empty
                    .Add("demand", DeterminantQuantity.Of(50m)).Add("E1", DeterminantQuantity.Of(70m)))]),
            State = state,
            Settings = Settings(settings),
        });

    private static RatingSettings Settings(params (string Name, string Text)[] settings) => settings.Aggregate(
        RatingSettings.Default, static (read, one) => read.With(one.Name, one.Text, out _)!);
}
