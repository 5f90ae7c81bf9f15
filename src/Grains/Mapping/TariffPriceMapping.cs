using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping.Subscriptions;

namespace BillingActors.Grains.Mapping;

/// <summary>Prices of a tariff document.</summary>
internal static class TariffPriceMapping
{
    /// <summary>The price, or null after a problem was noted.</summary>
    public static PriceModel? ToDomain(PriceDocument document, string path, TariffReading reading)
    {
        switch (document)
        {
            case PriceDocument.Flat flat:
                return new PriceModel.Flat(flat.Price);
            case PriceDocument.Tiers tiers:
                return new PriceModel.Tiers(
                    reading.PerOfTiers(tiers.Per, $"{path}/per"),
                    reading.Mode(tiers.Mode, $"{path}/mode"),
                    reading.Limit(tiers.Limit, $"{path}/limit"),
                    StepsOf(tiers.Steps, $"{path}/steps", reading))
                {
                    CountedWith = tiers.CountedWith,
                };
            case PriceDocument.TimeOfUse timeOfUse:
                return TimeOfUse(timeOfUse, path, reading);
            case PriceDocument.TiersByPeriod tiers:
                return TiersByPeriod(tiers, path, reading);
            case PriceDocument.HoursUse hours:
                return HoursUse(hours, path, reading);
            case PriceDocument.CriticalPeak critical:
                return ToDomain(critical.OnEvent, $"{path}/onEvent", reading) is { } onEvent
                    && ToDomain(critical.Otherwise, $"{path}/otherwise", reading) is { } otherwise
                    ? new PriceModel.CriticalPeak(critical.Events, onEvent, otherwise)
                    : null;
            case PriceDocument.PeakRebate rebate:
                return new PriceModel.PeakRebate(rebate.Events, rebate.Price);
            case ExcessPriceDocument excess:
                return new PriceModel.Excess(
                    excess.Over,
                    excess.Percent,
                    reading.Mode(excess.Mode, $"{path}/mode"),
                    [.. excess.Bands.Select(static band => new ExcessBand(band.UpTo, band.Price))])
                {
                    Calendar = excess.Calendar,
                    Periods = excess.Periods ?? [],
                };
            case WindowPriceDocument window:
                return ToDomain(window.Price, $"{path}/price", reading) is { } price
                    ? new PriceModel.PerWindow(WindowOf(window.Window, $"{path}/window", reading), price)
                    {
                        Least = window.Least,
                        Most = window.Most,
                    }
                    : null;
            case PriceDocument.Hourly hourly:
                return new PriceModel.Hourly(hourly.Series, hourly.Factor, hourly.Adder);
            case var quantity when QuantityPriceMapping.IsKnown(quantity):
                return QuantityPriceMapping.ToDomain(quantity, new Place(path, reading));
            default:
                reading.NotYetRated(path, $"A price of the kind {document.GetType().Name}");
                return null;
        }
    }

    private static PriceWindow WindowOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "hour, day, week or month", text switch
        {
            "hour" => PriceWindow.Hour,
            "day" => PriceWindow.Day,
            "week" => PriceWindow.Week,
            "month" => PriceWindow.Month,
            _ => (PriceWindow?)null,
        });

    /// <summary>Steps by limits, or by widths that add up to limits.</summary>
    private static ImmutableArray<Tier> StepsOf(
        ImmutableArray<TierDocument> documents, string path, TariffReading reading)
    {
        var below = (decimal?)0m;
        var steps = ImmutableArray.CreateBuilder<Tier>(documents.Length);
        for (var i = 0; i < documents.Length; i++)
        {
            var step = documents[i];
            if (step is { UpTo: not null, Width: not null })
                reading.Add($"{path}/{i}/width", "limit-or-width", "A step has a limit or a width, not both.");
            if (step.Width <= 0m)
                reading.Add($"{path}/{i}/width", "out-of-range", "A width is more than nothing.");
            below = step.UpTo ?? below + step.Width;
            steps.Add(new Tier(below, step.Price, step.Fee ?? 0m));
        }
        return steps.ToImmutable();
    }

    private static PriceModel.TimeOfUse? TimeOfUse(PriceDocument.TimeOfUse document, string path, TariffReading reading)
    {
        var prices = document.Prices.Select((entry, index) =>
            ToDomain(entry.Price, $"{path}/prices/{index}/price", reading) is { } price
                ? new PeriodPrice(entry.Period, price)
                : null).ToList();
        var counting = reading.OneOf(
            document.TiersOver,
            $"{path}/tiersOver",
            ("period", TierCounting.OfPeriod),
            ("whole", TierCounting.OfWhole),
            ("pro-rata", TierCounting.OfWholeProRata),
            ("time-order", TierCounting.OfWholeInOrder));
        return prices.Contains(null)
            ? null
            : new PriceModel.TimeOfUse(document.Calendar, [.. prices.OfType<PeriodPrice>()])
            {
                Counting = counting,
            };
    }

    // Steps with a price per period are, for each period, tiers of its prices.
    private static PriceModel.TimeOfUse TiersByPeriod(
        PriceDocument.TiersByPeriod document, string path, TariffReading reading)
    {
        var per = reading.PerOfTiers(document.Per, $"{path}/per");
        var mode = reading.Mode(document.Mode, $"{path}/mode");
        var limit = reading.Limit(document.Limit, $"{path}/limit");
        var order = reading.OneOf(
            document.Order,
            $"{path}/order",
            ("pro-rata", TierCounting.OfWholeProRata),
            ("time-order", TierCounting.OfWholeInOrder));
        var names = document.Steps.SelectMany(static step => step.Prices).Select(static entry => entry.Period)
            .Distinct(StringComparer.Ordinal);
        var prices = names.Select(name => new PeriodPrice(name, new PriceModel.Tiers(per, mode, limit,
        [
            .. document.Steps.Select((step, index) =>
                new Tier(step.UpTo, PriceOf(step, name, $"{path}/steps/{index}/prices", reading))),
        ])));
        return new PriceModel.TimeOfUse(document.Calendar, [.. prices]) { Counting = order ?? TierCounting.OfWhole };
    }

    private static decimal PriceOf(TierByPeriodDocument step, string period, string path, TariffReading reading)
    {
        var entries = step.Prices.Where(entry => entry.Period == period).ToList();
        if (entries is [{ Price: PriceDocument.Flat flat }])
            return flat.Price;
        reading.Add(path, "price-per-period", $"Each step has one flat price for period {period}.");
        return 0m;
    }

    private static PriceModel.HoursUse HoursUse(PriceDocument.HoursUse document, string path, TariffReading reading) =>
        new(
            new HoursUseDemand(document.DemandCharge, document.Demand, document.Option),
            reading.Per(document.Per, $"{path}/per"),
            reading.Mode(document.Mode, $"{path}/mode"),
            [
                .. document.Steps.Select((step, index) => BlockOf(step, $"{path}/steps/{index}", reading)),
            ]);

    // Units alone are a limit at no units per unit of demand.
    private static HoursUseBlock BlockOf(HoursUseStepDocument step, string path, TariffReading reading)
    {
        if (step is { UpTo: not null, Width: not null })
            reading.Add($"{path}/width", "limit-or-width", "A block has a limit or a width, not both.");
        var upTo = step.UpTo ?? step.Width ?? (step.Plus is null ? null : 0m);
        if (upTo is null && (step.Over ?? step.Least ?? step.Most) is not null)
            reading.Add($"{path}/upTo", "limit-or-width", "A block with over, least or most has a limit or a width.");
        var from = reading.OneOf(step.StepsFrom, $"{path}/stepsFrom", ("zero", false), ("block", true));
        if (from is not null && step.Steps is null)
            reading.Add($"{path}/stepsFrom", "price-or-steps", "A block with a price has no steps to count.");
        return new HoursUseBlock(upTo, BlockPrice(step, path, reading))
        {
            Plus = step.Plus ?? 0m,
            Over = step.Over ?? 0m,
            Least = step.Least,
            Most = step.Most,
            IsWidth = step.Width is not null,
            CountsFromItself = from ?? false,
        };
    }

    private static PriceModel BlockPrice(HoursUseStepDocument step, string path, TariffReading reading)
    {
        if (step is { Price: { } price, Steps: null })
            return new PriceModel.Flat(price);
        if (step is { Price: null, Steps: { } tiers })
        {
            return new PriceModel.Tiers(
                ChargePer.Month, TierMode.Graduated, null, StepsOf(tiers, $"{path}/steps", reading));
        }
        reading.Add($"{path}/price", "price-or-steps", "A block has a price, or steps with prices.");
        return new PriceModel.Flat(0m);
    }
}
