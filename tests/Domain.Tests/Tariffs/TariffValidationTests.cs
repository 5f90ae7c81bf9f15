using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tax;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Tariffs;

public sealed class TariffValidationTests
{
    private static readonly Charge.Fixed Base = new(Head("base"), ChargePer.Month, 1m);

    private static readonly TimeOfUseCalendar Hours =
        new("hours", [], [], [new(null, DayKind.Weekday, 480, 1200, "day")], "night");

    [Fact]
    public void A_sound_tariff_has_no_problem() => Assert.Empty(TariffValidation.ProblemsOf(Tariff(
        Version(1, "2024-01-01", Base) with { ValidUntil = Day("2025-01-01") },
        Version(2, "2025-01-01", Base, Energy(TimeOfUse("day", "night"))) with { Calendars = [Hours] })));

    [Fact]
    public void A_tariff_has_versions_and_a_version_has_charges()
    {
        AssertProblem("versions", "no-versions", Tariff(Array.Empty<TariffVersion>()));
        AssertProblem("versions/0/charges", "no-charges", Tariff(Version(1, "2024-01-01")));
    }

    [Fact]
    public void Versions_follow_each_other_without_gap_or_overlap()
    {
        AssertProblem("versions/1/validFrom", "gap", Tariff(
            Version(1, "2024-01-01", Base) with { ValidUntil = Day("2024-12-31") }, Version(2, "2025-01-01", Base)));
        AssertProblem("versions/1/validFrom", "overlap", Tariff(
            Version(1, "2024-01-01", Base) with { ValidUntil = Day("2025-01-02") }, Version(2, "2025-01-01", Base)));
        AssertProblem("versions/1/validFrom", "overlap", Tariff(
            Version(1, "2024-01-01", Base), Version(2, "2024-01-01", Base)));
        AssertProblem("versions/0/validUntil", "ends-before-start", Tariff(
            Version(1, "2024-01-01", Base) with { ValidUntil = Day("2024-01-01") }));
        AssertProblem("versions/1/number", "version-number", Tariff(
            Version(1, "2024-01-01", Base), Version(1, "2025-01-01", Base)));
    }

    [Fact]
    public void Every_tier_can_be_reached_and_the_last_is_open()
    {
        AssertProblem(Price + "/steps/1", "unreachable-tier", Tariff(Energy(Monthly((5, 1m), (5, 2m), (null, 3m)))));
        AssertProblem(Price + "/steps/1", "unreachable-tier", Tariff(Energy(Monthly((null, 1m), (null, 2m)))));
        AssertProblem(Price + "/steps/0", "unreachable-tier", Tariff(Energy(Monthly((0, 1m), (null, 2m)))));
        AssertProblem(Price + "/steps/0/upTo", "open-end", Tariff(Energy(Monthly((5, 1m)))));
        AssertProblem(Price + "/steps", "no-tiers", Tariff(Energy(Monthly())));
        AssertProblem(Price + "/per", "unknown-span", Tariff(new Charge.Demand(
            Head("demand"),
            new MeterSelection(Direction.Import, [], "kW"),
            15,
            new PriceModel.Tiers(ChargePer.Year, TierMode.Graduated, TierLimit.Inclusive, [new Tier(null, 1m)]))));
    }

    [Fact]
    public void Every_period_is_known_and_priced_once()
    {
        AssertProblem(Price + "/prices", "unpriced-period", Tariff(Energy(TimeOfUse("day"))).With(Hours));
        AssertProblem(Price + "/prices/2/period", "unknown-period",
            Tariff(Energy(TimeOfUse("day", "night", "dawn"))).With(Hours));
        AssertProblem(Price + "/prices/2/period", "duplicate-period",
            Tariff(Energy(TimeOfUse("day", "night", "day"))).With(Hours));
        AssertProblem(Price + "/calendar", "unknown-calendar", Tariff(Energy(TimeOfUse("day", "night"))));
        AssertProblem(Price + "/prices/0/price", "nested-time-of-use", Tariff(Energy(new PriceModel.TimeOfUse(
            "hours", [new("day", TimeOfUse()), new("night", new PriceModel.Flat(1m))]))).With(Hours));
    }

    [Fact]
    public void Every_hour_belongs_to_one_period()
    {
        AssertCalendar("rules", "missing-hours", Calendar(null,
            new TimeOfUseRule(null, DayKind.All & ~DayKind.Sunday, 0, 1440, "day"),
            new TimeOfUseRule(null, DayKind.Sunday, 0, 1439, "day")));
        AssertCalendar("rules/1", "hours-overlap", Calendar("night",
            new TimeOfUseRule(null, DayKind.Weekday, 480, 600, "day"),
            new TimeOfUseRule(null, DayKind.Friday, 599, 700, "day")));
        AssertCalendar("rules/0/until", "hours-reversed", Calendar("night",
            new TimeOfUseRule(null, DayKind.All, 1200, 480, "day")));
        AssertCalendar("rules/0/days", "required", Calendar("night",
            new TimeOfUseRule(null, DayKind.None, 0, 60, "day")));
        AssertCalendar("rules/0/season", "unknown-season", Calendar("night",
            new TimeOfUseRule("summer", DayKind.All, 0, 60, "day")));
        AssertCalendar("seasons/1/from", "duplicate-season", new TimeOfUseCalendar("hours",
            [new("a", new AnnualDate(6, 1)), new("b", new AnnualDate(6, 1))], [], [], "day"));
    }

    [Fact]
    public void Charges_are_named_once_a_day_and_taxed_by_known_categories()
    {
        AssertProblem("versions/0/charges/1/code", "duplicate-code", Tariff(Base, Base));
        Assert.Empty(TariffValidation.ProblemsOf(Tariff(
            Base with { Head = Head("base", until: "2025-01-01") },
            Base with { Head = Head("base", from: "2025-01-01") })));
        AssertProblem("versions/0/charges/0/taxCategory", "unknown-tax-category",
            Tariff(Base with { Head = Base.Head with { TaxCategory = "standard" } }));
        AssertProblem("versions/0/charges/0/validUntil", "ends-before-start",
            Tariff(Base with { Head = Head("base", "2025-01-01", "2025-01-01") }));
    }

    [Fact]
    public void A_percentage_or_a_minimum_names_charges_before_it()
    {
        AssertProblem("versions/0/charges/0/of", "unknown-charge", Tariff(
            new Charge.Percentage(Head("fee"), 5m, new ChargeSelection(["base"], [])), Base));
        AssertProblem("versions/0/charges/1/amount", "out-of-range", Tariff(
            Base, new Charge.Minimum(Head("least"), ChargePer.Month, 0m, ChargeSelection.All)));
    }

    [Fact]
    public void What_is_taken_of_amounts_without_taxes_takes_none_with_them()
    {
        var cap = new MaximumCharge(
            Head("cap"), new BillingInterval(IntervalUnit.Month, 1), 100m, ChargeSelection.All)
        {
            IncludesTax = true,
        };

        AssertProblem("versions/0/charges/2/of", "amount-with-tax", Tariff(
            Base, cap, new Charge.Percentage(Head("fee"), 5m, ChargeSelection.All)));
        Assert.Empty(TariffValidation.ProblemsOf(Tariff(
            Base, cap, new Charge.Percentage(Head("fee"), 5m, new ChargeSelection([], ["cap"])))));
    }

    [Fact]
    public void Demand_is_power_over_a_part_of_the_hour()
    {
        var meter = new MeterSelection(Direction.Import, [], "kWh");
        AssertProblem("versions/0/charges/0/unit", "unit-of-power", Tariff(
            new Charge.Demand(Head("demand"), meter, 15, new PriceModel.Flat(1m))));
        AssertProblem("versions/0/charges/0/windowMinutes", "out-of-range", Tariff(
            new Charge.Demand(Head("demand"), meter with { Unit = "kW" }, 45, new PriceModel.Flat(1m))));
    }

    [Fact]
    public void Taxes_are_percentages_of_categories_and_there_once()
    {
        var tax = new TaxRule("VAT", "VAT", 19m, ["standard"]);
        AssertProblem("versions/0/taxes/0/percent", "out-of-range", Tariff(Base).With(tax with { Percent = 101m }));
        AssertProblem("versions/0/taxes/0/categories", "required", Tariff(Base).With(tax with { Categories = [] }));
        AssertProblem("versions/0/taxes/1", "duplicate-tax", Tariff(Base).With(tax, tax));
    }

    private const string Price = "versions/0/charges/0/price";

    private static PriceModel.TimeOfUse TimeOfUse(params string[] periods) =>
        new("hours", [.. periods.Select(period => new PeriodPrice(period, new PriceModel.Flat(1m)))]);

    private static TimeOfUseCalendar Calendar(string? otherwise, params TimeOfUseRule[] rules) =>
        new("hours", [], [], [.. rules], otherwise);

    private static void AssertCalendar(string path, string rule, TimeOfUseCalendar calendar) =>
        AssertProblem("versions/0/calendars/0/" + path, rule, Tariff(Base).With(calendar));

    private static void AssertProblem(string path, string rule, Tariff tariff)
    {
        var problem = Assert.Single(TariffValidation.ProblemsOf(tariff));
        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }
}
