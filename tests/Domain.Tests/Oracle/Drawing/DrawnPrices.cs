using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Prices of all kinds.</summary>
internal sealed class DrawnPrices(Draw draw)
{
    /// <summary>A price of a unit, now and then nothing or a credit.</summary>
    public decimal Price() => draw.Below(20) switch
    {
        0 => 0m,
        1 => -draw.Number(9999, 5),
        _ => draw.Number(9999, draw.Between(2, 5)),
    };

    public PriceModel Flat() => draw.Reach("flat", new PriceModel.Flat(Price()));

    public PriceModel Tiers(string? group = null)
    {
        var per = draw.OneOf(
            ChargePer.Month, ChargePer.Month, ChargePer.Day, ChargePer.Bill, ChargePer.Year, ChargePer.Life);
        var isVolume = group is null && draw.Chance(35);
        draw.Reached.Add($"{(isVolume ? "volume" : "graduated")} per {per}");
        return new PriceModel.Tiers(per, isVolume ? TierMode.Volume : TierMode.Graduated, Limit(), Steps(per))
        {
            CountedWith = group,
        };
    }

    /// <summary>Steps of one kind for all periods, as tiers over the whole want them.</summary>
    public PriceModel TiersLike(ChargePer per, TierMode mode) =>
        new PriceModel.Tiers(per, mode, Limit(), Steps(per));

    /// <summary>Tiers of a demand, for the month.</summary>
    public PriceModel DemandTiers() => draw.Reach(
        "tiers on demand",
        new PriceModel.Tiers(
            ChargePer.Month, draw.OneOf(TierMode.Graduated, TierMode.Volume), Limit(),
            [new Tier(draw.Between(1, 4) * 0.5m, Price()), new Tier(null, Price(), draw.OneOf(0m, 2.5m))]));

    public PriceModel HoursUse(HoursUseDemand demand)
    {
        draw.Reached.Add("hours of use");
        var blocks = ImmutableArray.CreateBuilder<HoursUseBlock>();
        var limit = 0;
        for (var i = draw.Between(1, 3); i > 0; i--)
        {
            limit += draw.Between(20, 200);
            var block = new HoursUseBlock(i == 1 ? null : limit, draw.Chance(30) ? TiersLike(
                ChargePer.Month, TierMode.Graduated) : new PriceModel.Flat(Price()));
            blocks.Add(draw.Chance(50) ? OtherEnd(block) : block);
        }
        return new PriceModel.HoursUse(
            demand, draw.OneOf(ChargePer.Month, ChargePer.Bill), TierMode.Graduated, blocks.ToImmutable());
    }

    // Ends that are more than hours of the demand; they may cross, so that a block has no room.
    private HoursUseBlock OtherEnd(HoursUseBlock block)
    {
        if (block.Price is PriceModel.Tiers)
            block = draw.Reach("steps counted from their block", block with { CountsFromItself = true });
        if (block.UpTo is null)
            return block;
        if (draw.Chance(60))
            block = draw.Reach("block plus units", block with { Plus = draw.Number(400_000, 3) });
        if (draw.Chance(30))
            block = draw.Reach("block over a demand", block with { Over = draw.Number(30, 1) });
        if (draw.Chance(30))
            block = draw.Reach("least of a block", block with { Least = draw.Between(1, 250) });
        if (draw.Chance(30))
            block = draw.Reach("most of a block", block with { Most = (block.Least ?? 0m) + draw.Between(1, 400) });
        return draw.Chance(50) ? draw.Reach("block by width", block with { IsWidth = true }) : block;
    }

    /// <summary>What goes beyond a part of the first energy, by period or not.</summary>
    public PriceModel Excess(TimeOfUseCalendar calendar)
    {
        var isByPeriod = draw.Chance(50);
        draw.Reached.Add(isByPeriod ? "excess by period" : "excess");
        var percent = draw.OneOf(0m, 33m, 90.5m);
        return new PriceModel.Excess(
            "energy1", percent, draw.OneOf(TierMode.Volume, TierMode.Graduated),
            [new ExcessBand(percent + draw.Between(1, 40), Price()), new ExcessBand(null, Price())])
        {
            Calendar = isByPeriod ? calendar.Id : null,
            Periods = isByPeriod && draw.Chance(40) ? [calendar.Periods[^1]] : [],
        };
    }

    public PriceModel TimeOfUse(TimeOfUseCalendar calendar, bool isNetted)
    {
        var counting = draw.OneOf(
            TierCounting.OfPeriod, TierCounting.OfWholeProRata, isNetted ? TierCounting.OfPeriod
            : TierCounting.OfWholeInOrder, isNetted ? TierCounting.OfWholeProRata : TierCounting.OfWhole);
        var per = draw.OneOf(ChargePer.Month, ChargePer.Day, ChargePer.Bill, ChargePer.Life);
        var isTiered = draw.Chance(counting == TierCounting.OfPeriod ? 30 : 85);
        draw.Reached.Add(isTiered ? $"time of use, tiers {counting}" : "time of use");
        return new PriceModel.TimeOfUse(calendar.Id,
        [
            .. calendar.Periods.Select(name => new PeriodPrice(name, !isTiered
                ? new PriceModel.Flat(Price())
                : TiersLike(per, TierMode.Graduated))),
        ])
        {
            Counting = counting,
        };
    }

    /// <summary>A price of each hour, day, week or month by itself.</summary>
    public PriceModel PerWindow(TimeOfUseCalendar calendar, bool isGiven)
    {
        var window = draw.OneOf(
            isGiven ? PriceWindow.Day : PriceWindow.Hour, PriceWindow.Day, PriceWindow.Week, PriceWindow.Month);
        draw.Reached.Add($"price per {window}");
        var price = draw.Chance(40)
            ? new PriceModel.TimeOfUse(
                calendar.Id, [.. calendar.Periods.Select(name => new PeriodPrice(name, Inner()))])
            : Inner();
        return new PriceModel.PerWindow(window, price)
        {
            Least = draw.Chance(25) ? draw.Reach<decimal?>("least of a window", draw.Number(300, 2)) : null,
            Most = draw.Chance(25) ? draw.Reach<decimal?>("most of a window", 3m + draw.Number(300, 2)) : null,
        };

        PriceModel Inner() => draw.Chance(25)
            ? new PriceModel.Flat(Price())
            : TiersLike(ChargePer.Window, draw.OneOf(TierMode.Graduated, TierMode.Volume));
    }

    /// <summary>The price of a quantity that was ordered or counted.</summary>
    public PriceModel OfQuantity() => draw.Below(6) switch
    {
        0 => new PriceModel.Flat(draw.Number(99999, 3)),
        1 => draw.Reach("package", new PackagePrice(
            draw.OneOf(1m, 3m, 10m, 100m), draw.Number(9999, 2), draw.OneOf(0m, 5m, 50m),
            draw.OneOf(PackageRounding.Up, PackageRounding.Down))),
        2 => draw.Reach("stairstep", new SteppedPrice(StepMode.Stairstep, Limit(), QuantitySteps())),
        3 => draw.Reach("stepped volume", new SteppedPrice(StepMode.Volume, Limit(), Bounded(QuantitySteps()))),
        4 => draw.Reach("stepped graduated", new SteppedPrice(StepMode.Graduated, Limit(), Bounded(QuantitySteps()))),
        _ => new PriceModel.Tiers(
            ChargePer.Month, draw.OneOf(TierMode.Graduated, TierMode.Volume), Limit(), Steps(ChargePer.Month)),
    };

    /// <summary>A price of the events of each hour, day, week or month by itself.</summary>
    public PriceModel OfWindowsOfEvents()
    {
        PriceModel price = draw.Below(3) switch
        {
            0 => new PriceModel.Flat(draw.Number(99999, 3)),
            1 => new PackagePrice(draw.OneOf(3m, 10m), draw.Number(9999, 2), draw.OneOf(0m, 5m), PackageRounding.Up),
            _ => new SteppedPrice(
                draw.OneOf(StepMode.Graduated, StepMode.Volume), Limit(),
                [.. QuantitySteps().Select(static step => step with { Fee = 0m })]),
        };
        var window = draw.OneOf(PriceWindow.Hour, PriceWindow.Day, PriceWindow.Week, PriceWindow.Month);
        return draw.Reach("events per window", new PriceModel.PerWindow(window, price)
        {
            Least = draw.Chance(25) ? draw.Number(300, 2) : null,
            Most = draw.Chance(25) ? 3m + draw.Number(300, 2) : null,
        });
    }

    public PriceModel Percentage() => draw.Reach("percentage of events", new PercentagePrice(
        draw.Number(999, 2), draw.OneOf(0m, 0.3m, 0.05m), draw.OneOf<decimal?>(null, 20m, 100.5m),
        draw.OneOf<int?>(null, 2, 5), draw.OneOf<decimal?>(null, 0.25m), draw.OneOf<decimal?>(null, 1.5m)));

    /// <summary>Tiers of what a count has grown since it began.</summary>
    public PriceModel OfGrowth() => draw.Reach("tiers of what a count has grown", TiersLike(
        ChargePer.Life, draw.OneOf(TierMode.Graduated, TierMode.Volume)));

    private TierLimit? Limit() => draw.OneOf<TierLimit?>(null, TierLimit.Inclusive, TierLimit.Exclusive);

    private ImmutableArray<Tier> Steps(ChargePer per)
    {
        var steps = ImmutableArray.CreateBuilder<Tier>();
        var (limit, price) = (0m, draw.Number(9999, 4));
        var isFalling = draw.Chance(40);
        if (isFalling)
            draw.Reached.Add("declining blocks");
        for (var i = draw.Between(1, 4); i > 0; i--)
        {
            limit += per switch
            {
                ChargePer.Day => draw.Number(20_000, 3) + 0.5m,
                ChargePer.Year => draw.Between(500, 3000),
                ChargePer.Window => draw.OneOf(draw.Between(1, 4) * 0.5m, draw.Between(1, 30)),
                _ => draw.OneOf(draw.Between(1, 8) * 50, draw.Number(500_000, 3) + 1m),
            };
            steps.Add(new Tier(i == 1 ? null : limit, price, draw.Chance(15) ? draw.Number(999, 2) : 0m));
            price = isFalling ? price * 0.75m : Price();
        }
        return steps.ToImmutable();
    }

    // Steps in blocks, and with a least and a most that what is in them costs.
    private ImmutableArray<PriceStep> Bounded(ImmutableArray<PriceStep> steps) =>
    [
        .. steps.Select(step => step with
        {
            Size = draw.Chance(15) ? draw.Reach<decimal?>("blocks in a step", draw.OneOf(2m, 5m, 0.5m)) : null,
            Least = draw.Chance(25) ? draw.Reach<decimal?>("least of a step", draw.Number(2000, 2)) : null,
            Most = draw.Chance(25) ? draw.Reach<decimal?>("most of a step", 20m + draw.Number(2000, 2)) : null,
        }),
    ];

    private ImmutableArray<PriceStep> QuantitySteps()
    {
        var steps = ImmutableArray.CreateBuilder<PriceStep>();
        var limit = 0m;
        for (var i = draw.Between(1, 4); i > 0; i--)
        {
            limit += draw.Between(1, 12);
            steps.Add(new PriceStep(i == 1 ? null : limit, draw.Number(9999, 3), draw.OneOf(0m, 0m, 4.99m)));
        }
        return steps.ToImmutable();
    }
}
