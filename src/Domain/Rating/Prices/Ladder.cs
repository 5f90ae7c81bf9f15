using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>A flat or tiered price with its limits worked out: cuts a quantity into parts of one price each.</summary>
/// <param name="Bands">Steps in rising order; the last has no limit.</param>
/// <param name="Mode">Whether each step prices its own part, or the step reached prices all.</param>
/// <param name="Limit">To which step a quantity exactly at a limit belongs.</param>
/// <param name="HasFeeAtZero">Whether the flat fee of the first step is due without use.</param>
internal sealed record Ladder(ImmutableArray<Band> Bands, TierMode Mode, TierLimit Limit, bool HasFeeAtZero)
{
    /// <summary>
    /// The parts of a quantity that is counted on from a start. A quantity below zero, from corrected intervals or
    /// netting, goes back from there and is priced in the first step below zero.
    /// </summary>
    public List<PricedPart> PartsOf(decimal quantity, decimal start, string? period)
    {
        var parts = new List<PricedPart>(Bands.Length);
        if (Mode == TierMode.Graduated)
            AddGraduated(parts, (quantity, start), period);
        else
            parts.Add(PartIn(Bands[Reached(start + quantity)], quantity, period));
        AddFees(parts, (quantity, start), period);
        return parts;
    }

    /// <summary>
    /// The share of one period in the parts of a whole: each step has its part, and the last takes what rounding left.
    /// </summary>
    public IEnumerable<PricedPart> ShareOf(decimal quantity, decimal whole, decimal start, string? period)
    {
        if (quantity == 0m || whole == 0m)
        {
            yield return new PricedPart(quantity, Bands[0].Price, Bands[0].Tier, period);
            yield break;
        }
        var parts = PartsOf(whole, start, period).Where(part => !part.IsFee).ToList();
        var left = quantity;
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            var share = isLast
                ? left
                : Rounding.HalfAwayFromZero(parts[i].Quantity * quantity / whole, Exact.PartDecimals);
            left -= share;
            yield return parts[i] with { Quantity = share };
        }
    }

    /// <summary>
    /// Adds a quantity that is counted from zero to those of the steps, and the fees of the steps it reaches; gives
    /// what it costs. Nothing is allocated.
    /// </summary>
    public decimal AddTo(decimal quantity, Span<decimal> quantities, Span<int> fees)
    {
        var amount = 0m;
        if (Mode == TierMode.Volume || quantity <= 0m)
        {
            var band = Mode == TierMode.Volume ? Reached(quantity) : 0;
            quantities[band] += quantity;
            amount = quantity * Bands[band].Price;
        }
        else
        {
            var below = 0m;
            for (var i = 0; i < Bands.Length && below < quantity; i++)
            {
                var part = decimal.Min(quantity, Bands[i].Until) - below;
                quantities[i] += part;
                amount += part * Bands[i].Price;
                below = Bands[i].Until;
            }
        }
        for (var i = 0; i < Bands.Length; i++)
        {
            if (Bands[i].Fee == 0m || !IsReached(i, quantity))
                continue;
            fees[i]++;
            amount += Bands[i].Fee;
        }
        return amount;
    }

    /// <summary>This ladder, ending where a longer one goes on: what lies beyond costs nothing.</summary>
    public Ladder UpTo(Ladder? longer)
    {
        if (longer is null || longer.Bands.Length <= Bands.Length)
            return this;
        var last = Bands[^1] with { Until = longer.Bands[Bands.Length - 1].Until };
        var beyond = new Band(decimal.MaxValue, 0m, 0m, longer.Bands[Bands.Length].Tier);
        return this with { Bands = [.. Bands[..^1], last, beyond] };
    }

    /// <summary>The flat fees of the steps that are reached now and were not before.</summary>
    public List<PricedPart> FeesOf(decimal quantity, decimal start, string? period)
    {
        var fees = new List<PricedPart>();
        AddFees(fees, (quantity, start), period);
        return fees;
    }

    private void AddFees(List<PricedPart> parts, (decimal Quantity, decimal Start) use, string? period)
    {
        var end = use.Start + use.Quantity;
        for (var i = 0; i < Bands.Length; i++)
        {
            if (Bands[i].Fee != 0m && IsReached(i, end) && (use.Start == 0m || !IsReached(i, use.Start)))
                parts.Add(new PricedPart(1m, Bands[i].Fee, Bands[i].Tier, period, IsFee: true));
        }
    }

    private bool IsReached(int band, decimal quantity)
    {
        if (Mode == TierMode.Volume)
            return band == Reached(quantity) && (quantity > 0m || HasFeeAtZero);
        return band == 0 ? quantity > 0m || HasFeeAtZero : quantity > Bands[band - 1].Until;
    }

    private void AddGraduated(List<PricedPart> parts, (decimal Quantity, decimal Start) use, string? period)
    {
        var (quantity, start) = use;
        var (low, high) = quantity < 0m ? (start + quantity, start) : (start, start + quantity);
        var sign = quantity < 0m ? -1m : 1m;
        var below = decimal.MinValue;
        var isEmpty = true;
        foreach (var band in Bands)
        {
            var part = decimal.Min(high, band.Until) - decimal.Max(low, below);
            if (part > 0m)
            {
                isEmpty = false;
                parts.Add(PartIn(band, sign * part, period));
            }
            below = band.Until;
            if (below >= high)
                break;
        }
        if (isEmpty)
            parts.Add(PartIn(Bands[Reached(start)], 0m, period));
    }

    private static PricedPart PartIn(in Band band, decimal quantity, string? period) =>
        new(quantity, band.Price, band.Tier, period);

    private int Reached(decimal quantity)
    {
        var reached = 0;
        while (reached < Bands.Length - 1 && IsBeyond(quantity, Bands[reached].Until))
            reached++;
        return reached;
    }

    private bool IsBeyond(decimal quantity, decimal limit) =>
        Limit == TierLimit.Inclusive ? quantity > limit : quantity >= limit;
}
