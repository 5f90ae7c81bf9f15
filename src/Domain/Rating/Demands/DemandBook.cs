using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The demands of one rating: what was billed, for charges over it, and the peaks kept for ratchets.</summary>
internal sealed class DemandBook(ImmutableArray<PeakDemand> before)
{
    // Longer than any ratchet looks back.
    private const int MonthsKept = 60;

    // Most tariffs price no demand.
    private Dictionary<(string Charge, string? TimeOfUse), decimal>? _billed;
    private Dictionary<(string Charge, Period Period, string? TimeOfUse), decimal>? _peaks;

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
        var key = (peak.Charge, peak.Period, peak.TimeOfUse);
        _peaks ??= [];
        _peaks[key] = decimal.Max(peak.Quantity, _peaks.GetValueOrDefault(key));
    }

    /// <summary>The peaks for the next rating, oldest first.</summary>
    public ImmutableArray<PeakDemand> After(Period cycle)
    {
        if (_peaks is not { } peaks)
            return Before;
        var oldest = cycle.From.PlusMonths(-MonthsKept);
        var kept = Before.Where(peak => peak.Period.From >= oldest
            && !peaks.ContainsKey((peak.Charge, peak.Period, peak.TimeOfUse)));
        var added = peaks.Select(static peak =>
            new PeakDemand(peak.Key.Charge, peak.Key.Period, peak.Key.TimeOfUse, Exact.Normalised(peak.Value)));
        return
        [
            .. kept.Concat(added).OrderBy(static peak => peak.Period.From)
                .ThenBy(static peak => peak.Charge, StringComparer.Ordinal)
                .ThenBy(static peak => peak.TimeOfUse, StringComparer.Ordinal),
        ];
    }
}
