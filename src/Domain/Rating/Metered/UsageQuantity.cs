using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Adds up the sources of a charge over some days, by period of a calendar where there is one.</summary>
internal readonly struct UsageQuantity(MeterSources sources, LocalClock clock, Period days)
{
    private const int ImportsMax = 8;
    private const int ShareDecimals = 6;

    /// <summary>The quantities in the unit, by index of the period; without a calendar one alone.</summary>
    public decimal[] Of(TimeOfUseCalendar? calendar)
    {
        var quantities = new decimal[calendar?.Periods.Length ?? 1];
        foreach (var series in sources.Channels)
            Add(series, calendar, quantities);
        return quantities;
    }

    /// <summary>Adds what registers counted, which has no hours.</summary>
    public decimal OfRegisters(Period service, string unit)
    {
        var sum = 0m;
        foreach (var use in sources.Registers)
            sum += use.QuantityIn(days, service, ContractMetering.InUnit(use, unit));
        return sum;
    }

    /// <summary>Where the quantity comes from.</summary>
    public LineSource Source()
    {
        string reference;
        if (sources is { Channels: [var only], Registers.IsEmpty: true })
        {
            reference = days.ToString(only.Id);
        }
        else if (sources is { Channels.IsEmpty: true, Registers: [var single] })
        {
            reference = single.Reference;
        }
        else
        {
            reference = ReferenceOfMany(sources, days);
        }
        return new LineSource(sources.Channels.IsEmpty ? "reads" : "intervals", reference, Imports())
        {
            EstimatedShare = EstimatedShare(),
        };
    }

    private static string ReferenceOfMany(MeterSources sources, Period days) => string.Join("; ", sources.Channels
        .Select(series => days.ToString(series.Id))
        .Concat(sources.Registers.Select(static use => use.Reference)));

    // Of everything the sources counted on the days, so that all lines of a charge say the same.
    private decimal EstimatedShare()
    {
        if (!HasEstimates())
            return 0m;
        decimal whole = 0m, estimated = 0m;
        foreach (var series in sources.Channels)
        {
            Int128 sum = 0, guessed = 0;
            foreach (var span in series.Spans)
            {
                if (span.Overlap(days) is not { } part)
                    continue;
                var (from, until) = (clock.StartOf(part.From), clock.StartOf(part.Until));
                sum += series.SumOf(from, until);
                guessed += series.EstimatedSumOf(from, until);
            }
            whole += series.ToQuantity(sum);
            estimated += series.ToQuantity(guessed);
        }
        var unit = sources.Channels.IsEmpty ? null : sources.Channels[0].Unit;
        foreach (var use in sources.Registers)
        {
            var quantity = ContractMetering.InUnit(use, unit ?? sources.Registers[0].Register.Unit);
            whole += quantity;
            estimated += use.Closing.Quality.IsEstimate ? quantity : 0m;
        }
        return whole <= 0m || estimated <= 0m
            ? 0m
            : Exact.Normalised(Rounding.HalfAwayFromZero(decimal.Min(1m, estimated / whole), ShareDecimals));
    }

    private bool HasEstimates()
    {
        foreach (var series in sources.Channels)
        {
            if (series.HasEstimates)
                return true;
        }
        foreach (var use in sources.Registers)
        {
            if (use.Closing.Quality.IsEstimate)
                return true;
        }
        return false;
    }

    private string Imports()
    {
        var (from, until) = (clock.StartOf(days.From), clock.StartOf(days.Until));
        if (sources is { Channels: [var only], Registers.IsEmpty: true } && only.ImportOfAll(from, until) is { } one)
            return one;
        var imports = new List<string>();
        foreach (var series in sources.Channels)
            series.AddImports(imports, from, until);
        foreach (var use in sources.Registers)
        {
            AddImport(imports, use.OpeningImport);
            AddImport(imports, use.Closing.Source.ImportId);
        }
        if (imports.Count > ImportsMax)
        {
            imports.RemoveRange(ImportsMax, imports.Count - ImportsMax);
            imports.Add("…");
        }
        return imports.Count == 1 ? imports[0] : string.Join(',', imports);
    }

    /// <summary>Adds an import once.</summary>
    internal static void AddImport(List<string> imports, string? import)
    {
        if (import is { Length: > 0 } && imports.Count <= ImportsMax && !imports.Contains(import))
            imports.Add(import);
    }

    private void Add(ChannelSeries series, TimeOfUseCalendar? calendar, decimal[] quantities)
    {
        if (calendar is null)
        {
            Int128 sum = 0;
            foreach (var span in series.Spans)
            {
                if (span.Overlap(days) is { } part)
                    sum += series.SumOf(clock.StartOf(part.From), clock.StartOf(part.Until));
            }
            quantities[0] += series.ToQuantity(sum);
            return;
        }
        AddByPeriod(series, calendar, quantities);
    }

    private void AddByPeriod(ChannelSeries series, TimeOfUseCalendar calendar, decimal[] quantities)
    {
        var sums = new Int128[quantities.Length];
        foreach (var span in series.Spans)
        {
            if (span.Overlap(days) is not { } part)
                continue;
            Int128 whole = 0;
            clock.ForEachStretch(part, calendar, (period, from, until) =>
            {
                var sum = series.SumOf(from, until);
                sums[period] += sum;
                whole += sum;
            });
            // The stretches of a calendar without gaps are all minutes of the days.
            series.Know(clock.StartOf(part.From), clock.StartOf(part.Until), whole);
        }
        for (var i = 0; i < sums.Length; i++)
            quantities[i] += series.ToQuantity(sums[i]);
    }
}
