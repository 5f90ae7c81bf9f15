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

    // Blocks as wholesale and general service sheets of the south of the United States word them: "first 3,000 kWh plus
    // 100 kWh per kW", "next 200 kWh per kW", "but not less than", "for each kW over".
    [Theory]
    [InlineData(10, "energy 1 4000 400.00 EUR; energy 2 1000 50.00 EUR")]
    [InlineData(0, "energy 1 3000 300.00 EUR; energy 2 2000 100.00 EUR")]
    public void A_block_may_have_units_on_top_of_its_hours(int demand, string lines) => Assert.Equal(
        lines, LinesOf(demand, new HoursUseBlock(100m, new PriceModel.Flat(0.10m)) { Plus = 3000m }));

    [Theory]
    // 3,000 kWh, then 100 for each of 10 kW: 4,000.
    [InlineData(10, "energy 1 3000 300.00 EUR; energy 2 1000 80.00 EUR; energy 3 1000 50.00 EUR")]
    // Of 40 kW the second block would end at 7,000.
    [InlineData(40, "energy 1 3000 300.00 EUR; energy 2 2000 160.00 EUR")]
    public void A_width_goes_on_from_the_block_before(int demand, string lines) => Assert.Equal(
        lines,
        LinesOf(
            demand,
            new HoursUseBlock(0m, new PriceModel.Flat(0.10m)) { Plus = 3000m },
            new HoursUseBlock(100m, new PriceModel.Flat(0.08m)) { IsWidth = true }));

    [Theory]
    // 100 hours of 10 kW are 1,000 kWh, but not less than 2,000; of 40 kW 4,000, but not more than 3,500.
    [InlineData(10, "energy 1 2000 200.00 EUR; energy 2 3000 150.00 EUR")]
    [InlineData(30, "energy 1 3000 300.00 EUR; energy 2 2000 100.00 EUR")]
    [InlineData(40, "energy 1 3500 350.00 EUR; energy 2 1500 75.00 EUR")]
    public void A_block_may_have_a_least_and_a_most(int demand, string lines) => Assert.Equal(
        lines,
        LinesOf(demand, new HoursUseBlock(100m, new PriceModel.Flat(0.10m)) { Least = 2000m, Most = 3500m }));

    [Theory]
    // 1,500 kWh and 100 for each kW over 30, which 10 kW have none of.
    [InlineData(10, "energy 1 1500 150.00 EUR; energy 2 3500 175.00 EUR")]
    [InlineData(50, "energy 1 3500 350.00 EUR; energy 2 1500 75.00 EUR")]
    public void A_block_may_leave_out_the_first_demand(int demand, string lines) => Assert.Equal(
        lines,
        LinesOf(demand, new HoursUseBlock(100m, new PriceModel.Flat(0.10m)) { Plus = 1500m, Over = 30m }));

    // As in the sheets of Duke Energy Carolinas: within the first 125 hours its own tiers, within the next 275 others.
    [Fact]
    public void Tiers_may_count_from_the_beginning_of_their_block() => Assert.Equal(
        "energy 1.1 1000 150.00 EUR; energy 1.2 250 30.00 EUR; energy 2.1 2000 200.00 EUR; energy 2.2 750 60.00 EUR;"
        + " energy 3 1000 50.00 EUR",
        LinesOf(
            10,
            new HoursUseBlock(125m, Monthly((1000, 0.15m), (null, 0.12m))),
            new HoursUseBlock(400m, Monthly((2000, 0.10m), (null, 0.08m))) { CountsFromItself = true }));

    // 500 kWh is the end of the first block, and the second would end at 400.
    [Fact]
    public void A_block_that_the_demand_leaves_no_room_for_is_passed_over() => Assert.Equal(
        "energy 1 500 50.00 EUR; energy 3 4500 225.00 EUR",
        LinesOf(
            4,
            new HoursUseBlock(0m, new PriceModel.Flat(0.10m)) { Plus = 500m },
            new HoursUseBlock(100m, new PriceModel.Flat(0.08m))));

    // Half a month has half of all of it: 1,500 kWh and 50 for each of 10 kW.
    [Fact]
    public void A_part_of_a_month_has_its_part_of_units_and_hours()
    {
        var block = new HoursUseBlock(100m, new PriceModel.Flat(0.10m)) { Plus = 3000m };
        var tariff = Tariff(Energy(Of(
            new HoursUseDemand(null, 10m, null), block, new HoursUseBlock(null, new PriceModel.Flat(0.05m)))));
        var april = Days("2025-04-01", "2025-05-01");
        var half = Used(tariff, april, 2500m) with { Service = Days("2025-04-01", "2025-04-16") };

        Assert.Equal(["energy 1 1250 125.00 EUR"], half.Lines());
        Assert.Equal(
            ["energy 1 2000 200.00 EUR", "energy 2 500 25.00 EUR"],
            (Used(tariff, april, 5000m) with { Service = Days("2025-04-01", "2025-04-16") }).Lines());
    }

    // What 5,000 kWh cost with blocks and then 0.05 for the rest.
    private static string LinesOf(int demand, params HoursUseBlock[] blocks) => string.Join("; ", Used(
        Tariff(Energy(Of(
            new HoursUseDemand(null, demand, null), [.. blocks, new HoursUseBlock(null, new PriceModel.Flat(0.05m))]))),
        January,
        5000m).Lines());

    private static PriceModel.HoursUse Of(HoursUseDemand demand, params HoursUseBlock[] blocks) =>
        new(demand, ChargePer.Month, TierMode.Graduated, [.. blocks]);
}
