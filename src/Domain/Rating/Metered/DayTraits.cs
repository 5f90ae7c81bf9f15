using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What the days of a channel have in common, found while each of them is looked at once.</summary>
internal struct DayTraits
{
    private IntervalDay? _first;
    private long _end;
    private int _minutes;

    public DayTraits() => (AreAlike, AreUnbroken) = (true, true);

    /// <summary>Whether all days have the unit, the scale and the import of the first.</summary>
    public bool AreAlike { get; private set; }

    /// <summary>Whether each day begins where the one before ends, and no interval is marked missing.</summary>
    public bool AreUnbroken { get; private set; }

    /// <summary>Whether some intervals are estimates or substitutes.</summary>
    public bool HaveEstimates { get; private set; }

    /// <summary>Looks at the next day.</summary>
    public void Add(in IntervalBlock block)
    {
        var day = block.Day;
        if (_first is not { } first)
        {
            _first = day;
        }
        else
        {
            AreAlike &= day.Scale == first.Scale && day.Unit == first.Unit
                && day.Source.ImportId == first.Source.ImportId;
            AreUnbroken &= block.Start == _end && day.IntervalMinutes == _minutes;
        }
        (_end, _minutes) = (block.End, day.IntervalMinutes);
        foreach (var run in day.Quality)
        {
            HaveEstimates |= run.Quality.IsEstimate;
            AreUnbroken &= run.Quality != ReadQuality.Missing;
        }
    }
}
