using System.Globalization;
using BillingActors.Domain.Rating.Conversions;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Finds what a use goes beyond a percentage of another, period by period, and prices it by bands.</summary>
internal sealed class ExcessRating(PieceDraft piece, Charge.Usage charge, PriceModel.Excess price)
{
    private const decimal Hundredth = 0.01m;

    private readonly bool _isInclusive = piece.Settings.Of(MeteredSettings.TierLimit) == TierLimit.Inclusive;

    /// <summary>The parts and where they come from; null after a reason to hold was added.</summary>
    public (List<PricedPart> Parts, LineSource Source)? Of(LineDraft line)
    {
        var calendar = price.Calendar is { } id ? piece.Version.Calendar(id) : null;
        if (calendar is { HasGaps: true })
        {
            piece.Holds.Add("tariff-gap", $"Charge {charge.Head.Code} has hours of no period.");
            return null;
        }
        var use = new ConvertedUse(piece.Settings, piece.Quantities);
        var other = piece.Version.Charges.OfType<Charge.Usage>().First(one => one.Head.Code == price.Over);
        if (use.Of(charge, line.Days, calendar) is not { } own
            || use.Of(other, line.Days, calendar) is not { } compared)
        {
            return null;
        }
        var parts = new List<PricedPart>();
        for (var i = 0; i < own.ByPeriod.Length; i++)
        {
            var name = calendar?.Periods[i];
            if (price.Periods.IsEmpty || (name is not null && price.Periods.Contains(name, StringComparer.Ordinal)))
                AddParts(parts, (own.ByPeriod[i], compared.ByPeriod[i]), name);
        }
        return (Pricing.WithoutZeros(parts), SourceOf(own, compared));
    }

    private void AddParts(List<PricedPart> parts, (decimal Own, decimal Other) use, string? period)
    {
        var below = LimitOf(price.Percent, use.Other);
        var excess = DemandSteps.OfExcess(piece.Settings, decimal.Max(0m, use.Own - below));
        var priced = below + excess;
        for (var i = 0; i < price.Bands.Length; i++)
        {
            var band = price.Bands[i];
            var until = band.UpTo is { } limit ? LimitOf(limit, use.Other) : decimal.MaxValue;
            if (price.Mode == TierMode.Graduated)
                Add(i, decimal.Min(priced, until) - below);
            else if (use.Own < until || (_isInclusive && use.Own == until))
            {
                Add(i, excess);
                return;
            }
            below = until;
        }

        void Add(int band, decimal quantity) => parts.Add(new PricedPart(
            decimal.Max(0m, quantity), price.Bands[band].Price, NumberOf(band), period));
    }

    // A use below zero, of corrections, leaves nothing free.
    private static decimal LimitOf(decimal percent, decimal other) => percent * Hundredth * decimal.Max(0m, other);

    private LineSource SourceOf(UsedQuantity own, UsedQuantity compared)
    {
        var beyond = $"{Exact.Text(price.Percent)} % of {Exact.Text(Exact.Normalised(compared.ByPeriod.Sum()))}";
        return own.Source with { Reference = $"{own.Source.Reference}; beyond {beyond} of {price.Over}" };
    }

    private static string NumberOf(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
