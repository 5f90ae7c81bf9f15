using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping.Subscriptions;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Charges of a tariff document; kinds that are not rated yet are refused, never passed over.</summary>
internal static class TariffChargeMapping
{
    private const int MonthsPerYear = 12;

    /// <summary>The charge, or null after a problem was noted.</summary>
    public static Charge? ToDomain(ChargeDocument document, string path, TariffReading reading)
    {
        var head = HeadOf(document, path, reading);
        switch (document)
        {
            case ChargeDocument.Fixed flat:
                return new Charge.Fixed(head, reading.Per(flat.Per, $"{path}/per"), flat.Price)
                {
                    Times = Times(flat.Times),
                    OnlyIfUsed = flat.OnlyIfUsed ?? [],
                };
            case ChargeDocument.Usage usage:
                return UsageOf(usage, head, path, reading);
            case ChargeDocument.Demand demand:
                return TariffDemandMapping.ToDomain(demand, head, path, reading);
            case ChargeDocument.Percentage percentage:
                return PercentageOf(percentage, head, path, reading);
            case ChargeDocument.Minimum minimum:
                return MinimumOf(minimum, head, path, reading);
            case ChargeDocument.Maximum maximum:
                return new Charge.Maximum(
                    head,
                    reading.Per(maximum.Per, $"{path}/per"),
                    maximum.Amount,
                    Selection(maximum.Of, maximum.Except))
                {
                    Times = Times(maximum.Times),
                };
            case RoundingChargeDocument rounding:
                return RoundedOf(rounding, head, path, reading);
            case ChargeDocument.NetMetering netting:
                return TariffNettingMapping.ToDomain(netting, head, path, reading);
            case ChargeDocument.Calls calls:
                return TariffCallMapping.ToDomain(calls, head, path, reading);
            case var recurring when RecurringChargeMapping.IsKnown(recurring):
                return RecurringChargeMapping.ToDomain(recurring, head, new Place(path, reading));
            default:
                reading.NotYetRated(path, $"A charge of the kind {document.GetType().Name}");
                return null;
        }
    }

    private static ChargeHead HeadOf(ChargeDocument document, string path, TariffReading reading)
    {
        var spans = (document.Yearly ?? []).Select((span, index) => new AnnualSpan(
            reading.AnnualDay(span.From, $"{path}/yearly/{index}/from"),
            reading.AnnualDay(span.Until, $"{path}/yearly/{index}/until")));
        return new ChargeHead(
            document.Code, document.Text, document.TaxCategory, Day(document.ValidFrom), Day(document.ValidUntil))
        {
            Yearly = [.. spans, .. MonthsOf(document.Months, $"{path}/months", reading)],
            When = document.When is { } when ? new UseCondition(when.Charge, when.Above, when.UpTo) : null,
        };
    }

    // A month is the span from its first day to that of the next.
    private static IEnumerable<AnnualSpan> MonthsOf(ImmutableArray<int>? months, string path, TariffReading reading)
    {
        foreach (var month in months ?? [])
        {
            if (month is >= 1 and <= MonthsPerYear)
                yield return new AnnualSpan(new AnnualDate(month, 1), new AnnualDate((month % MonthsPerYear) + 1, 1));
            else
                reading.Add(path, "out-of-range", $"{month} is no month; months are 1 to 12.");
        }
    }

    private static Charge.Usage? UsageOf(
        ChargeDocument.Usage usage, ChargeHead head, string path, TariffReading reading)
    {
        var meter = new MeterSelection(
            reading.DirectionOf(usage.Direction, $"{path}/direction"), usage.Channels ?? [], usage.Unit);
        return TariffPriceMapping.ToDomain(usage.Price, $"{path}/price", reading) is { } price
            ? new Charge.Usage(head, meter, price)
            {
                Netted = usage.Netted,
                Conversion = usage.Conversion is { } conversion ? TariffConversionMapping.ToDomain(conversion) : null,
            }
            : null;
    }

    private static Charge.Percentage PercentageOf(
        ChargeDocument.Percentage percentage, ChargeHead head, string path, TariffReading reading) =>
        new(head, percentage.Percent, Selection(percentage.Of, percentage.Except))
        {
            Most = percentage.Most,
            Least = percentage.Least,
            PowerFactor = percentage.PowerFactor is { } factor
                ? FactorOf(factor, $"{path}/powerFactor", reading)
                : null,
            Counts = reading.OneOf(
                percentage.Counts,
                $"{path}/counts",
                ("sequence", PercentageBase.Sequence),
                ("original", PercentageBase.Original)),
            Amounts = reading.OneOf(
                percentage.Amounts,
                $"{path}/amounts",
                ("rounded", PercentageAmounts.Rounded),
                ("exact", PercentageAmounts.Exact)),
        };

    private static FactorPercent FactorOf(FactorPercentDocument factor, string path, TariffReading reading) => new(
        reading.OneOf(
            factor.Method, $"{path}/method", ("points", FactorMethod.Points), ("ratio", FactorMethod.Ratio))
            ?? default,
        factor.Target,
        reading.OneOf(
            factor.Side,
            $"{path}/side",
            ("below", FactorSide.Below),
            ("above", FactorSide.Above),
            ("both", FactorSide.Both)) ?? default,
        factor.Decimals,
        factor.Channels ?? []);

    private static Charge.Minimum MinimumOf(
        ChargeDocument.Minimum minimum, ChargeHead head, string path, TariffReading reading) =>
        new(
            head,
            reading.Per(minimum.Per, $"{path}/per"),
            minimum.Amount,
            Selection(minimum.Of, minimum.Except))
        {
            Times = Times(minimum.Times),
            IsTruedUp = minimum.TrueUp,
            Counts = reading.OneOf(
                minimum.Counts,
                $"{path}/counts",
                ("net", MinimumBase.Net),
                ("charges", MinimumBase.Charges)),
        };

    private static Charge.Rounded RoundedOf(
        RoundingChargeDocument rounding, ChargeHead head, string path, TariffReading reading)
    {
        var way = reading.OneOf(
            rounding.Way,
            $"{path}/way",
            ("half", RoundingMethod.Half),
            ("up", RoundingMethod.Up),
            ("down", RoundingMethod.Down));
        var counts = reading.OneOf(
            rounding.Counts, $"{path}/counts", ("exact", RoundingBase.Exact), ("rounded", RoundingBase.Rounded));
        return new Charge.Rounded(
            head, new MultipleRounding(rounding.To, way ?? default), Selection(rounding.Of, rounding.Except))
        {
            Counts = counts ?? default,
        };
    }

    private static Factor? Times(FactorDocument? times) =>
        times is null ? null : new Factor(times.Number, times.Option, times.Unit) { Charge = times.Charge };

    private static ChargeSelection Selection(ImmutableArray<string>? of, ImmutableArray<string>? except) =>
        new(of ?? [], except ?? []);

    private static LocalDate? Day(DateOnly? day) => day is { } given ? LocalDate.FromDateOnly(given) : null;
}
