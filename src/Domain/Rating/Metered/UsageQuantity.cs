using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Adds up the sources of a charge over some days, by period of a calendar where there is one.</summary>
internal sealed class UsageQuantity(MeterSources sources, LocalClock clock, Period days)
{
    private const int ImportsMax = 8;

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
        var references = sources.Channels.Select(series => $"{series.Id} {days}")
            .Concat(sources.Registers.Select(use => use.Reference));
        var imports = sources.Channels.SelectMany(ImportsOf)
            .Concat(sources.Registers.SelectMany(use => new[] { use.OpeningImport, use.Closing.Source.ImportId }))
            .OfType<string>().Where(import => import.Length > 0)
            .Distinct(StringComparer.Ordinal).Take(ImportsMax + 1).ToList();
        if (imports.Count > ImportsMax)
            imports[ImportsMax] = "…";
        var kind = sources.Channels.IsEmpty ? "reads" : "intervals";
        return new LineSource(kind, string.Join("; ", references), string.Join(",", imports));
    }

    private void Add(ChannelSeries series, TimeOfUseCalendar? calendar, decimal[] quantities)
    {
        var sums = new Int128[quantities.Length];
        foreach (var span in series.Spans)
        {
            if (span.Overlap(days) is { } part)
                clock.ForEachStretch(part, calendar, AddStretch);
        }
        for (var i = 0; i < sums.Length; i++)
            quantities[i] += series.ToQuantity(sums[i]);

        void AddStretch(int period, long from, long until) => sums[period] += series.SumOf(from, until);
    }

    private IEnumerable<string> ImportsOf(ChannelSeries series) =>
        series.ImportsOf(clock.StartOf(days.From), clock.StartOf(days.Until));
}
