using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>Tiers over counts that never start anew, carried from bill to bill.</summary>
public sealed class LifeTierTests
{
    private static readonly PriceModel.Tiers Life = new(
        ChargePer.Life, TierMode.Graduated, null, [new Tier(1000m, 0.10m, 5m), new Tier(null, 0.30m, 7m)]);

    [Fact]
    public void A_count_goes_on_over_years_and_each_fee_is_due_once()
    {
        var tariff = Tariff(Energy(Life));

        Assert.Equal(
            [
                "energy 1 0 0.00 EUR",
                "energy 1 600 60.00 EUR|energy 1 1 5.00 EUR",
                "energy 1 400 40.00 EUR|energy 2 100 30.00 EUR|energy 2 1 7.00 EUR",
                "energy 2 50 15.00 EUR",
            ],
            Bills(tariff, "2025-11-01", 0, 600, 500, 50));
    }

    [Fact]
    public void The_tier_reached_prices_all_of_a_bill() => Assert.Equal(
        ["energy 1 1000 100.00 EUR|energy 1 1 5.00 EUR", "energy 2 1 0.30 EUR|energy 2 1 7.00 EUR"],
        Bills(Tariff(Energy(Life with { Mode = TierMode.Volume })), "2025-01-01", 1000, 1));

    [Fact]
    public void A_new_version_and_another_charge_of_the_group_count_on()
    {
        var group = Life with { CountedWith = "site", Steps = [new Tier(1000m, 0.10m), new Tier(null, 0.30m)] };
        var tariff = Tariff(
            Version(1, "2024-01-01", new Charge.Usage(Head("energy"), Import(), group)),
            Version(2, "2025-02-01", new Charge.Usage(Head("heat"), Import(), group)));
        var january = Determined(tariff, January, null, ("energy", DeterminantQuantity.Of(800)));
        var february = Determined(
            tariff, Days("2025-02-01", "2025-03-01"), null, ("heat", DeterminantQuantity.Of(300)));
        var state = ContractRating.Rate(january).State;

        Assert.Equal(["heat 1 200 20.00 EUR", "heat 2 100 30.00 EUR"], (february with { State = state }).Lines());
    }

    [Fact]
    public void Bills_of_parts_cost_what_one_bill_costs() =>
        Gen.Int[0, 900].Array[1, 30].Sample(parts =>
        {
            var tariff = Tariff(Energy(Life));
            var (state, sum) = (RatingState.Empty, 0m);
            for (var i = 0; i < parts.Length; i++)
            {
                var from = Day("2025-01-01").PlusMonths(i);
                var bill = new Period(from, from.PlusMonths(1));
                var result = ContractRating.Rate(Used(tariff, bill, parts[i]) with { State = state });
                sum += result.Lines.Sum(line => line.ExactAmount);
                state = result.State;
            }
            Assert.Equal(
                ContractRating.Rate(Used(tariff, January, parts.Sum())).Lines.Sum(line => line.ExactAmount), sum);
        });

    // BillaBear (github.com/billabear/billabear, continuous_metric.feature): from 15 to 25 in tiers of ten for 1,000,
    // then one each: ten are ten.
    [Theory]
    [InlineData(TierMode.Graduated, 15, 10, 10)]
    [InlineData(TierMode.Graduated, 5, 10, 5)]
    [InlineData(TierMode.Graduated, 0, 5, 1000)]
    [InlineData(TierMode.Graduated, 15, 0, 0)]
    // Two taken back of 11: one was in the second tier.
    [InlineData(TierMode.Graduated, 11, -2, -1)]
    [InlineData(TierMode.Volume, 5, 10, 10)]
    public void Events_cost_what_their_count_has_grown(TierMode mode, int before, int grown, int cost)
    {
        var tiers = new PriceModel.Tiers(ChargePer.Life, mode, null, [new Tier(10m, 0m, 1000m), new Tier(null, 1m)]);
        var charge = Charge(tiers, EventAggregation.RunningSum);
        var (first, second) = (Event("1", "2025-01-02", before), Event("2", "2025-02-02", grown));
        var february = Days("2025-02-01", "2025-03-01");

        var january = ContractRating.Rate(Used(charge, first));
        var next = Used(charge, second) with { Cycle = february, Service = february, State = january.State };

        Assert.Equal(cost, next.Cost());
        // Without the state the events before say as much.
        Assert.Equal(cost, (next with { State = RatingState.Empty, Events = [first, second] }).Cost());
    }

    [Fact]
    public void Late_events_are_billed_in_the_tiers_of_their_count()
    {
        var tiers = new PriceModel.Tiers(
            ChargePer.Life, TierMode.Graduated, null, [new Tier(10m, 1m), new Tier(null, 2m)]);
        UsageEvent[] known = [Event("1", "2025-01-02", 8m)];
        var first = ContractRating.Rate(Used(Charge(tiers, EventAggregation.RunningSum), known));
        var late = Used(Charge(tiers, EventAggregation.RunningSum), [.. known, Event("2", "2025-01-03", 5m)]);
        var again = ContractRating.Rate(late with { State = first.State });

        Assert.Equal(["use 1 2 2.00 EUR", "use 2 3 6.00 EUR"], again.Short());
    }

    [Fact]
    public void Tiers_of_a_life_are_refused_where_nothing_grows()
    {
        AssertRefused(Charge(Life, EventAggregation.Sum), "aggregation", "unfit-aggregation");
        AssertRefused(
            new Charge.Demand(Head("demand"), Import() with { Unit = "kW" }, 15, Life), "price/per", "unknown-span");
        AssertRefused(
            new SubscriptionCharge(Head("plan"), "seat", new BillingInterval(IntervalUnit.Month, 1), Life, true),
            "price/per", "unknown-span");
        AssertRefused(
            Charge(new MatrixPrice(["user"], [new MatrixRow(["a"], Life)], null)), "price/rows/0/price", "unfit-price");
    }

    private static void AssertRefused(Charge charge, string path, string rule)
    {
        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(charge)));

        Assert.Equal(($"versions/0/charges/0/{path}", rule), (problem.Path, problem.Rule));
    }

    private static string[] Bills(Tariff tariff, string from, params int[] months)
    {
        var state = RatingState.Empty;
        var bills = new string[months.Length];
        for (var i = 0; i < months.Length; i++)
        {
            var start = Day(from).PlusMonths(i);
            var request = Used(tariff, new Period(start, start.PlusMonths(1)), months[i]) with { State = state };
            bills[i] = string.Join('|', request.Lines());
            state = ContractRating.Rate(request).State;
        }
        return bills;
    }
}
