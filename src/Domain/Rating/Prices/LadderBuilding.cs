using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Works out the limits of tiers and hours of use for the days of a charge.</summary>
/// <param name="Proration">How limits are cut by days.</param>
/// <param name="Settings">The settings in force.</param>
/// <param name="Demand">
/// Finds the demand that hours of use are counted with; null after a reason to hold was added.
/// </param>
internal sealed record LadderBuilding(
    Proration Proration, RatingSettings Settings, Func<PriceModel.HoursUse, decimal?> Demand)
{
    private bool _isOfDemand;

    /// <summary>A building for demands: no price counts hours of use, and limits are as they are written.</summary>
    public static LadderBuilding OfDemand(Proration month, RatingSettings settings) => new(
        month, settings, static _ => throw new BrokenInvariantException("no hours of use are counted here"))
    {
        _isOfDemand = true,
    };

    /// <summary>The ladder of a flat or tiered price; null after a reason to hold was added.</summary>
    public Ladder? Of(PriceModel model) => model switch
    {
        PriceModel.Flat flat => Ladder([new Band(decimal.MaxValue, flat.Price, 0m, null)], TierMode.Graduated, null),
        // A count that never starts anew reaches its first step with its first use.
        PriceModel.Tiers { Per: ChargePer.Life } tiers => Ladder(BandsOf(tiers), tiers.Mode, tiers.Limit) with
        {
            HasFeeAtZero = false,
        },
        PriceModel.Tiers tiers => Ladder(BandsOf(tiers), tiers.Mode, tiers.Limit),
        PriceModel.HoursUse hours => Demand(hours) is { } demand
            ? Ladder(BandsOf(hours, demand), hours.Mode, null)
            : null,
        _ => throw new BrokenInvariantException("a price within another is flat or in tiers"),
    };

    private Ladder Ladder(ImmutableArray<Band> bands, TierMode mode, TierLimit? limit) => new(
        bands,
        mode,
        limit ?? Settings.Of(MeteredSettings.TierLimit),
        Settings.Of(MeteredSettings.ZeroUseFee) == ZeroUseFee.Charged);

    private ImmutableArray<Band> BandsOf(PriceModel.Tiers tiers) =>
    [
        .. tiers.Steps.Select((step, index) => new Band(
            step.UpTo is { } limit ? LimitOf(limit, tiers.Per) : decimal.MaxValue,
            step.Price, FeeOf(step.Fee, tiers.Per), Number(index))),
    ];

    private decimal LimitOf(decimal limit, ChargePer per)
    {
        var exact = Proration.LimitOf(limit, per);
        var isCut = !_isOfDemand && per is not (ChargePer.Year or ChargePer.Life);
        return isCut && Settings.Of(MeteredSettings.TierDecimals) is { } decimals
            ? Rounding.HalfAwayFromZero(exact, (int)decimals)
            : exact;
    }

    // The fee of a tier per day or month is for the month; that of a year, a life or a bill is due once.
    private decimal FeeOf(decimal fee, ChargePer per) => per switch
    {
        ChargePer.Year or ChargePer.Life => fee,
        ChargePer.Bill => Proration.AmountOf(fee, ChargePer.Bill),
        _ => Proration.AmountOf(fee, ChargePer.Month),
    };

    // Tiers inside a block are cut at its limit; where one demand leaves no room for a block, it is passed over.
    private ImmutableArray<Band> BandsOf(PriceModel.HoursUse hours, decimal demand)
    {
        var bands = ImmutableArray.CreateBuilder<Band>();
        var (below, before) = (0m, 0m);
        for (var i = 0; i < hours.Blocks.Length; i++)
        {
            var block = hours.Blocks[i];
            var end = block.EndOf(demand, before);
            before = decimal.Max(before, end ?? before);
            var limit = end is { } whole ? Proration.LimitOf(whole, hours.Per) : decimal.MaxValue;
            var start = block.CountsFromItself ? below : 0m;
            foreach (var band in Of(block.Price)!.Bands)
            {
                var until = band.Until < decimal.MaxValue ? decimal.Min(limit, start + band.Until) : limit;
                if (until > below)
                {
                    var tier = band.Tier is { } inner ? $"{Number(i)}.{inner}" : Number(i);
                    bands.Add(new Band(until, band.Price, band.Fee, tier));
                    below = until;
                }
                if (until >= limit)
                    break;
            }
        }
        return bands.ToImmutable();
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
