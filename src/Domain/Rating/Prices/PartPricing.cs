using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Cuts quantities by period into parts of one price each, with tiers that count what they should.</summary>
/// <param name="building">Works out limits.</param>
/// <param name="starts">Where tiers go on counting.</param>
/// <param name="periods">Names of the periods of the calendar.</param>
/// <param name="runs">The use of each stretch of hours in the order of time; null after a reason to hold.</param>
internal sealed class PartPricing(
    LadderBuilding building,
    TierStarts starts,
    ImmutableArray<string> periods,
    Func<IReadOnlyList<(int Period, decimal Quantity)>?> runs)
{
    /// <summary>The parts of the quantities; none after a reason to hold was added.</summary>
    public List<PricedPart> PartsOf(PriceModel model, decimal[] quantities, string? name)
    {
        if (model is not PriceModel.TimeOfUse timeOfUse)
            return building.Of(model) is { } ladder ? Parts(model, ladder, quantities[0], name) : [];
        var counting = CountingOf(timeOfUse, building.Settings);
        var ladders = new Dictionary<int, (PeriodPrice Price, Ladder Ladder)>();
        foreach (var price in timeOfUse.Prices)
        {
            if (building.Of(price.Price) is not { } ladder)
                return [];
            ladders[periods.IndexOf(price.Period)] = (price, ladder);
        }
        return counting switch
        {
            TierCounting.OfPeriod => [.. ladders.SelectMany(entry => Parts(
                entry.Value.Price.Price, entry.Value.Ladder, quantities[entry.Key], entry.Value.Price.Period))],
            TierCounting.OfWholeInOrder => InOrder(ladders),
            _ => ProRata(ladders, quantities),
        };
    }

    /// <summary>What tiers of a price by period count.</summary>
    public static TierCounting CountingOf(PriceModel.TimeOfUse timeOfUse, RatingSettings settings)
    {
        var counting = timeOfUse.Counting ?? settings.Of(MeteredSettings.TiersOver);
        return counting == TierCounting.OfWhole ? settings.Of(MeteredSettings.TierSplit) : counting;
    }

    private List<PricedPart> Parts(PriceModel model, Ladder ladder, decimal quantity, string? period)
    {
        var start = starts.Of(model, period);
        starts.Count(model, period, quantity);
        return ladder.PartsOf(quantity, start, period);
    }

    private List<PricedPart> ProRata(Dictionary<int, (PeriodPrice Price, Ladder Ladder)> ladders, decimal[] quantities)
    {
        var whole = quantities.Sum();
        var counting = CountingModel(ladders);
        var start = starts.Of(counting, null);
        starts.Count(counting, null, whole);
        var parts = new List<PricedPart>();
        var longest = LongestInUse(ladders, quantities);
        foreach (var (index, (price, ladder)) in ladders)
            parts.AddRange(ladder.UpTo(longest).ShareOf(quantities[index], whole, start, price.Period));
        // A flat fee of a tier is due once, whichever period reaches it.
        parts.AddRange(ladders.Values.First().Ladder.FeesOf(whole, start, null));
        return parts;
    }

    // Where tiers without a price are free, the period in use with the most tiers says where they begin.
    private Ladder? LongestInUse(
        Dictionary<int, (PeriodPrice Price, Ladder Ladder)> ladders, decimal[] quantities) =>
        building.Settings.Of(MeteredSettings.TierBeyond) == TierBeyond.Free
            ? ladders.Where(entry => quantities[entry.Key] != 0m).Select(static entry => entry.Value.Ladder)
                .MaxBy(static ladder => ladder.Bands.Length)
            : null;

    private List<PricedPart> InOrder(Dictionary<int, (PeriodPrice Price, Ladder Ladder)> ladders)
    {
        if (runs() is not { } stretches)
            return [];
        var counting = CountingModel(ladders);
        var start = starts.Of(counting, null);
        var at = start;
        var sums = new Dictionary<(int Period, string? Tier), PricedPart>();
        foreach (var (index, quantity) in stretches)
        {
            var (price, ladder) = ladders[index];
            foreach (var part in ladder.PartsOf(quantity, at, price.Period).Where(static part => !part.IsFee))
            {
                var sum = sums.GetValueOrDefault((index, part.Tier), part with { Quantity = 0m });
                sums[(index, part.Tier)] = sum with { Quantity = sum.Quantity + part.Quantity };
            }
            at += quantity;
        }
        starts.Count(counting, null, at - start);
        return
        [
            .. sums.OrderBy(entry => entry.Key.Period).ThenBy(entry => entry.Key.Tier, StringComparer.Ordinal)
                .Select(entry => entry.Value),
            .. ladders.Values.First().Ladder.FeesOf(at - start, start, null),
        ];
    }

    // Tiers of the whole are counted by the first period that has some.
    private static PriceModel CountingModel(Dictionary<int, (PeriodPrice Price, Ladder Ladder)> ladders) =>
        ladders.Values.Select(entry => entry.Price.Price).OfType<PriceModel.Tiers>().FirstOrDefault()
        ?? ladders.Values.First().Price.Price;
}
