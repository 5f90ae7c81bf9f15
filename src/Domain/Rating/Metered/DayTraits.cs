using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What the days of a channel have in common, found while each of them is looked at once.</summary>
internal struct DayTraits
{
    private IntervalDay? _first;
    private long _latest;
    private int _minutes;

    public DayTraits() => (AreRising, AreAlike, AreUnbroken) = (true, true, true);

    /// <summary>First minute of the first interval; the days are in the order of time.</summary>
    public long Start { get; private set; }

    /// <summary>Minute at which the last interval ends.</summary>
    public long End { get; private set; }

    /// <summary>Whether each day begins after the one before.</summary>
    public bool AreRising { get; private set; }

    /// <summary>Whether all days have the unit, the scale and the import of the first.</summary>
    public bool AreAlike { get; private set; }

    /// <summary>Whether each day begins where the one before ends, and no interval is marked missing.</summary>
    public bool AreUnbroken { get; private set; }

    /// <summary>Whether some intervals are estimates or substitutes.</summary>
    public bool HaveEstimates { get; private set; }

    /// <summary>Looks at the next day, which begins at a minute.</summary>
    public void Add(IntervalDay day, long start)
    {
        var minutes = day.IntervalMinutes;
        if (_first is not { } first)
        {
            (_first, Start) = (day, start);
        }
        else
        {
            AreRising &= start > _latest;
            AreAlike &= day.Scale == first.Scale && day.Unit == first.Unit
                && day.Source.ImportId == first.Source.ImportId;
            AreUnbroken &= start == End && minutes == _minutes;
        }
        (_latest, _minutes, End) = (start, minutes, start + ((long)day.Values.Length * minutes));
        foreach (var run in day.Quality)
        {
            HaveEstimates |= run.Quality.IsEstimate;
            AreUnbroken &= run.Quality != ReadQuality.Missing;
        }
    }
}
