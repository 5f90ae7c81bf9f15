using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The demands of one rating: what was billed, for charges over it, and what later bills need.</summary>
internal sealed class DemandBook(ImmutableArray<PeakDemand> before)
{
    // Longer than any ratchet looks back.
    private const int MonthsKept = 60;

    // Most tariffs price no demand.
    private Dictionary<(string Charge, string? TimeOfUse), decimal>? _billed;
    private Dictionary<(string Charge, Period Period, string? TimeOfUse, Instant? EventAt), decimal>? _peaks;

    /// <summary>Peaks of the periods before.</summary>
    public ImmutableArray<PeakDemand> Before { get; } = before;

    /// <summary>Notes what a charge bills in a time-of-use period.</summary>
    public void Bill(string charge, string? timeOfUse, decimal quantity) =>
        (_billed ??= [])[(charge, timeOfUse)] = quantity;

    /// <summary>The highest demand a charge has billed so far; null where it has billed none.</summary>
    public decimal? Billed(string charge)
    {
        decimal? highest = null;
        if (_billed is null)
            return null;
        foreach (var ((code, _), quantity) in _billed)
        {
            if (code == charge && (highest is null || quantity > highest))
                highest = quantity;
        }
        return highest;
    }

    /// <summary>Keeps the peak of a period; the higher of two measured on its parts.</summary>
    public void Keep(PeakDemand peak)
    {
        var key = (peak.Charge, peak.Period, peak.TimeOfUse, peak.EventAt);
        _peaks ??= [];
        _peaks[key] = decimal.Max(peak.Quantity, _peaks.GetValueOrDefault(key));
    }

    /// <summary>The demands of the events of a charge, of the bills before and of this one.</summary>
    public IEnumerable<(Instant At, decimal Quantity)> EventsOf(string charge)
    {
        foreach (var peak in Before)
        {
            if (peak.Charge == charge && peak.EventAt is { } at)
                yield return (at, peak.Quantity);
        }
        foreach (var (key, quantity) in _peaks ?? [])
        {
            if (key.Charge == charge && key.EventAt is { } at)
                yield return (at, quantity);
        }
    }

    /// <summary>The peaks for the next rating, oldest first.</summary>
    public ImmutableArray<PeakDemand> After(Period cycle)
    {
        if (_peaks is not { } peaks)
            return Before;
        var oldest = cycle.From.PlusMonths(-MonthsKept);
        var kept = Before.Where(peak => peak.Period.From >= oldest
            && !peaks.ContainsKey((peak.Charge, peak.Period, peak.TimeOfUse, peak.EventAt)));
        var added = peaks.Select(static peak =>
            new PeakDemand(peak.Key.Charge, peak.Key.Period, peak.Key.TimeOfUse, Exact.Normalised(peak.Value))
            {
                EventAt = peak.Key.EventAt,
            });
        return
        [
            .. kept.Concat(added).OrderBy(static peak => peak.Period.From)
                .ThenBy(static peak => peak.Charge, StringComparer.Ordinal)
                .ThenBy(static peak => peak.TimeOfUse, StringComparer.Ordinal)
                .ThenBy(static peak => peak.EventAt),
        ];
    }
}
