using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Conversions;

/// <summary>The use of a charge in its billed unit, converted where the charge says how.</summary>
internal readonly struct ConvertedUse(RatingSettings settings, IQuantities quantities)
{
    private decimal? Decimals => settings.Of(ConversionSettings.Decimals);

    private bool IsByInterval =>
        Decimals is not null && settings.Of(ConversionSettings.Rounding) == ConvertedRounding.Interval;

    /// <summary>The use on some days; null after a reason was added.</summary>
    public UsedQuantity? Of(Charge.Usage charge, Period days, TimeOfUseCalendar? calendar)
    {
        var need = new QuantityNeed(charge.Head.Code, charge.Meter, days, calendar);
        return charge.Conversion is { } conversion ? Of(conversion, need) : quantities.Use(need);
    }

    /// <summary>The use of stretches of some days, which need intervals; null after a reason was added.</summary>
    public ConvertedStretches? Stretches(Charge.Usage charge, Period days)
    {
        var (rated, clock) = (this, quantities.Clock);
        var meter = charge.Meter with { Unit = charge.Conversion?.From ?? charge.Meter.Unit };
        if (quantities.Intervals(charge.Head.Code, meter) is not { } channels)
            return null;
        if (charge.Conversion is not { } conversion)
        {
            return new ConvertedStretches(
                clock, null, [new(days, (from, until) => IntervalSum.Of(channels, clock, from, until))]);
        }
        var parts = new List<ConvertedDays>();
        foreach (var part in Cut(conversion, days))
        {
            if (ProductOf(conversion, part.From, charge.Head.Code) is not { } product)
                return null;
            decimal Billed(decimal quantity) => Converted(quantity * product.Factor, conversion, charge.Meter.Unit);

            parts.Add(new ConvertedDays(part, !IsByInterval
                ? (from, until) => Billed(IntervalSum.Of(channels, clock, from, until))
                : (from, until) => new IntervalConversion(rated.Quantities, Billed, (int)rated.Decimals!.Value)
                    .Between(channels, from, until)));
        }
        return new ConvertedStretches(clock, (int?)Decimals, parts);
    }

    private IQuantities Quantities => quantities;

    private UsedQuantity? Of(QuantityConversion conversion, QuantityNeed need)
    {
        var sums = new decimal[need.Calendar?.Periods.Length ?? 1];
        var metered = need with { Meter = need.Meter with { Unit = conversion.From } };
        var steps = new List<string>();
        LineSource? source = null;
        foreach (var days in Cut(conversion, need.Days))
        {
            if (quantities.Use(metered with { Days = days }) is not { } used
                || ProductOf(conversion, days.From, need.Charge) is not { } product)
            {
                return null;
            }
            decimal Billed(decimal quantity) => Converted(quantity * product.Factor, conversion, need.Meter.Unit);

            var byPeriod = IsByInterval
                ? new IntervalConversion(quantities, Billed, (int)Decimals!.Value).Of(metered with { Days = days })
                : used.ByPeriod.Select(Billed).ToArray();
            if (byPeriod is null)
                return null;
            for (var i = 0; i < sums.Length; i++)
                sums[i] += byPeriod[i];
            var quantity = Exact.Normalised(used.ByPeriod.Sum());
            steps.Add($"{Exact.Text(quantity)} {conversion.From}{product.Text}");
            source ??= used.Source;
        }
        if (Decimals is { } decimals)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] = Rounding.HalfAwayFromZero(sums[i], (int)decimals);
        }
        return new UsedQuantity(
            sums, source! with { Reference = $"{source.Reference}; {string.Join(" + ", steps)}" });
    }

    // Exact units first, then the factor of the tariff: volume in the unit of the heating value.
    private static decimal Converted(decimal quantity, QuantityConversion conversion, string billed)
    {
        if (conversion.HeatingValue is not { } heating)
            return UnitFacts.Between(conversion.From, billed)!.Value.Of(quantity);
        var (volume, energy) = (
            UnitFacts.Between(conversion.From, heating.Per)!.Value, UnitFacts.Between(heating.Unit, billed)!.Value);
        return energy.Of(volume.Of(quantity));
    }

    private (decimal Factor, string Text)? ProductOf(QuantityConversion conversion, LocalDate day, string charge)
    {
        var (product, text) = (1m, "");
        foreach (var factor in conversion.Factors)
        {
            if (ValueOf(factor, day, charge) is not { } value)
                return null;
            product *= value;
            text += $" × {Exact.Text(value)} ({factor.Name})";
        }
        if (conversion.HeatingValue is not { } heating)
            return (product, text);
        if (ValueOf(heating.Factor, day, charge) is not { } energy)
            return null;
        return (product * energy, $"{text} × {Exact.Text(energy)} {heating.Unit}/{heating.Per}");
    }

    private decimal? ValueOf(ConversionFactor factor, LocalDate day, string charge)
    {
        var value = factor.Option is { } option ? settings.NumberOf(option) : factor.On(day);
        if (value is not null)
            return value;
        var missing = factor.Option is { } name
            ? $"Charge {charge} needs the contract's setting {name}."
            : $"Charge {charge} has no {factor.Name} on {day:uuuu-MM-dd}.";
        quantities.Holds.Add("option-missing", missing);
        return null;
    }

    // A factor that changes inside the days cuts them there.
    private static IEnumerable<Period> Cut(QuantityConversion conversion, Period days)
    {
        var factors = conversion.HeatingValue is { } heating
            ? conversion.Factors.Append(heating.Factor)
            : conversion.Factors;
        var from = days.From;
        foreach (var change in factors.SelectMany(static factor => factor.Values)
            .Select(static value => value.From).OfType<LocalDate>().Where(days.Contains).Distinct().Order())
        {
            if (change > from)
                yield return new Period(from, change);
            from = change;
        }
        yield return new Period(from, days.Until);
    }
}
