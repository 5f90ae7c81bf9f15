using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Adds up what windows cost that are priced each by itself, step by step, without lists for each.</summary>
internal sealed class WindowSums
{
    private readonly PriceModel.PerWindow _price;
    private readonly (int Index, string? Period, Ladder Ladder)[] _ladders;
    private readonly decimal[][] _quantities;
    private readonly int[][] _fees;
    private decimal _raised;
    private decimal _lowered;

    public WindowSums(PriceModel.PerWindow price, ImmutableArray<string> periods, RatingSettings settings)
    {
        _price = price;
        // Limits of a window are as they are written, whatever its days.
        var day = new Period(new LocalDate(1, 1, 1), new LocalDate(1, 1, 2));
        var building = LadderBuilding.OfDemand(new Proration(day, day), settings);
        _ladders = price.Price is PriceModel.TimeOfUse timeOfUse
            ?
            [
                .. timeOfUse.Prices.Select(one =>
                    (periods.IndexOf(one.Period), (string?)one.Period, building.Of(one.Price)!)),
            ]
            : [(0, null, building.Of(price.Price)!)];
        _quantities = [.. _ladders.Select(static one => new decimal[one.Ladder.Bands.Length])];
        _fees = [.. _ladders.Select(static one => new int[one.Ladder.Bands.Length])];
    }

    /// <summary>Adds a window by its quantities, by index of the period.</summary>
    public void Add(ReadOnlySpan<decimal> byPeriod)
    {
        var amount = 0m;
        for (var i = 0; i < _ladders.Length; i++)
            amount += _ladders[i].Ladder.AddTo(byPeriod[_ladders[i].Index], _quantities[i], _fees[i]);
        if (amount < _price.Least)
            _raised += _price.Least.Value - amount;
        else if (amount > _price.Most)
            _lowered += _price.Most.Value - amount;
    }

    /// <summary>The parts of all windows; at least one, if need be of nothing.</summary>
    public List<PricedPart> Parts()
    {
        var parts = new List<PricedPart>();
        for (var i = 0; i < _ladders.Length; i++)
        {
            var (_, period, ladder) = _ladders[i];
            for (var band = 0; band < ladder.Bands.Length; band++)
            {
                parts.Add(new PricedPart(
                    _quantities[i][band], ladder.Bands[band].Price, ladder.Bands[band].Tier, period));
            }
            for (var band = 0; band < ladder.Bands.Length; band++)
            {
                if (_fees[i][band] > 0)
                {
                    parts.Add(new PricedPart(
                        _fees[i][band], ladder.Bands[band].Fee, ladder.Bands[band].Tier, period, IsFee: true));
                }
            }
        }
        if (_raised != 0m)
            parts.Add(new PricedPart(1m, _raised, "minimum", null, IsFee: true));
        if (_lowered != 0m)
            parts.Add(new PricedPart(1m, _lowered, "maximum", null, IsFee: true));
        return Pricing.WithoutZeros(parts);
    }
}
