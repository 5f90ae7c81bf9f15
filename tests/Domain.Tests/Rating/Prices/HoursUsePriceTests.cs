using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Prices;

public sealed class HoursUsePriceTests
{
    private static readonly HoursUseBlock[] Declining =
    [
        new(200m, new PriceModel.Flat(0.12m)),
        new(400m, new PriceModel.Flat(0.08m)),
        new(null, new PriceModel.Flat(0.05m)),
    ];

    [Fact]
    public void Blocks_are_hours_of_the_billed_demand()
    {
        // 10 kW: 2,000 kWh at 0.12, the next 2,000 at 0.08, 1,000 more at 0.05.
        var demand = new Charge.Demand(Head("demand"), Import() with { Unit = "kW" }, 15, new PriceModel.Flat(1m));
        var tariff = Tariff(demand, Energy(Of(new HoursUseDemand("demand", null, null), Declining)));

        Assert.Equal(
            [
                "demand 10 10.00 EUR", "energy 1 2000 240.00 EUR", "energy 2 2000 160.00 EUR",
                "energy 3 1000 50.00 EUR",
            ],
            Used(tariff, January, 5000m, demand: 10m).Lines());
    }

    [Fact]
    public void Blocks_may_be_hours_of_a_fixed_demand_or_of_an_option()
    {
        var of = Tariff(Energy(Of(new HoursUseDemand(null, 1m, null), Declining)));
        var option = Tariff(Energy(Of(new HoursUseDemand(null, null, "installed-kw"), Declining)));

        Assert.Equal(["energy 1 200 24.00 EUR", "energy 2 50 4.00 EUR"], Used(of, January, 250m).Lines());
        Assert.Equal(
            ["energy 1 250 30.00 EUR"], Used(option, January, 250m).Set(("installed-kw", "2")).Lines());
        Assert.Equal("option-missing", Assert.Single(ContractRating.Rate(Used(option, January, 250m)).Holds).Code);
    }

    [Fact]
    public void Tiers_of_units_lie_inside_a_block()
    {
        // As in the Georgia Power sheets: within 200 hours of 50 kW = 10,000 kWh three steps, above one price.
        var blocks = new[]
        {
            new HoursUseBlock(200m, Monthly((3000, 0.15m), (8000, 0.14m), (null, 0.12m))),
            new HoursUseBlock(null, new PriceModel.Flat(0.02m)),
        };
        var tariff = Tariff(Energy(Of(new HoursUseDemand(null, 50m, null), blocks)));

        Assert.Equal(
            [
                "energy 1.1 3000 450.00 EUR", "energy 1.2 5000 700.00 EUR", "energy 1.3 2000 240.00 EUR",
                "energy 2 500 10.00 EUR",
            ],
            Used(tariff, January, 10_500m).Lines());
    }

    [Fact]
    public void A_small_demand_leaves_no_room_for_the_upper_tiers_of_a_block()
    {
        // 200 hours of 10 kW end at 2,000 kWh, before the first tier of 3,000 does.
        var blocks = new[]
        {
            new HoursUseBlock(200m, Monthly((3000, 0.15m), (null, 0.12m))),
            new HoursUseBlock(null, new PriceModel.Flat(0.02m)),
        };
        var tariff = Tariff(Energy(Of(new HoursUseDemand(null, 10m, null), blocks)));

        Assert.Equal(["energy 1.1 2000 300.00 EUR", "energy 2 500 10.00 EUR"], Used(tariff, January, 2500m).Lines());
    }

    [Fact]
    public void Each_period_has_its_share_of_the_blocks()
    {
        // 10 kW: 2,000 of 4,000 kWh in the first block; a quarter of each at night.
        var price = new PriceModel.TimeOfUse("hours",
        [
            new("day", Of(new HoursUseDemand(null, 10m, null), Declining)),
            new("night", Of(new HoursUseDemand(null, 10m, null), Declining)),
        ])
        {
            Counting = TierCounting.OfWholeProRata,
        };

        Assert.Equal(
            [
                "energy day1 1500 180.00 EUR", "energy day2 1500 120.00 EUR",
                "energy night1 500 60.00 EUR", "energy night2 500 40.00 EUR",
            ],
            Used(Tariff(Energy(price)).With(Hours), January, ("day", 3000m), ("night", 1000m)).Lines());
    }

    private static PriceModel.HoursUse Of(HoursUseDemand demand, params HoursUseBlock[] blocks) =>
        new(demand, ChargePer.Month, TierMode.Graduated, [.. blocks]);
}
