using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tests.Rating;
using BillingActors.Domain.Tests.Rating.Calls;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Tariffs;

public sealed class CallValidationTests
{
    public static TheoryData<CallPlanCase> Plans =>
    [
        new CallPlanCase("duplicate-prefix", "destinations/1/prefixes/0",
            [new("a", ["49"]), new("b", ["49"])], [Rate("a", 1), Rate("b", 1)]),
        new CallPlanCase("prefix-digits", "destinations/0/prefixes/0", [new("a", ["4x"])], [Rate("a", 1)]),
        new CallPlanCase("unpriced-destination", "destinations/1", [new("a", ["1"]), new("b", ["2"])], [Rate("a", 1)]),
        new CallPlanCase("unknown-destination", "rates/1/destination", [new("a", ["1"])], [Rate("a", 1), Rate("b", 1)]),
        new CallPlanCase("duplicate-rate", "rates/1", [new("a", ["1"])], [Rate("a", 1), Rate("a", 2)]),
        new CallPlanCase("unreachable-interval", "rates/0/steps/1", [new("a", ["1"])],
            [new("a", [new(0, 1, 60), new(30, 1, 1), new(60, 1, 1)])]),
        new CallPlanCase("missing-start", "rates/0/steps/0/from", [new("a", ["1"])], [new("a", [new(10, 1, 60)])]),
        new CallPlanCase("out-of-range", "rates/0/steps/0/increment", [new("a", ["1"])], [Rate("a", 1, 0, 0)]),
        new CallPlanCase("out-of-range", "rates/0/most",
            [new("a", ["1"])], [Rate("a", 1) with { Most = 1, Least = 2 }]),
        new CallPlanCase("unknown-zone-of-roaming", "rates/0/zone",
            [new("a", ["1"])], [Rate("a", 1) with { Zone = "EU" }]),
        new CallPlanCase("unknown-period", "rates/0/period",
            [new("a", ["1"])], [Rate("a", 1) with { Period = "noon" }]),
        new CallPlanCase("unpriced-period", "rates", [new("a", ["1"])], [Rate("a", 1) with { Period = "day" }]),
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_that_would_rate_wrongly_is_refused(CallPlanCase given)
    {
        var plan = new CallPlan(
            "call", CallUnit.Find("minute")!, [.. given.Destinations], [.. given.Rates], [])
        {
            Calendar = "hours",
        };

        Assert.Contains(
            ($"versions/0/charges/0/{given.Path}", given.Rule),
            Problems(Given.Tariff(plan.Charged()).With(Hours)).Select(problem => (problem.Path, problem.Rule)));
    }

    [Fact]
    public void An_allowance_that_could_not_be_used_is_refused()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m))).With(
            Minutes(1) with { Unit = "mile" },
            Minutes(1, "minutes") with { Destinations = ["Mars"] },
            Minutes(-1, "c") with { Charge = "nothing" },
            Minutes(1, "d") with { Calendar = "hours", Periods = ["noon"] },
            Minutes(1, "e") with { Span = BucketSpan.Days, MayGoBelowZero = true });

        Assert.Equal(
            [
                ("0/unit", "unknown-unit"), ("1/id", "duplicate-bucket"), ("1/destinations", "unknown-destination"),
                ("2/quantity", "out-of-range"), ("2/charge", "unknown-charge"), ("3/periods", "unknown-period"),
                ("4/days", "out-of-range"), ("4/allowNegative", "out-of-range"),
            ],
            Problems(request.Tariff).Select(problem =>
                (problem.Path.Replace("versions/0/buckets/", "", StringComparison.Ordinal), problem.Rule)));
    }

    [Fact]
    public void A_sound_plan_has_no_problems() =>
        Assert.Empty(Problems(Rated(Plan("minute", Rate("49", 0.12m, 60, 1))).With(Minutes(10), Credit(1)).Tariff));

    private static ImmutableArray<TariffProblem> Problems(Tariff tariff) => TariffValidation.ProblemsOf(tariff);
}
