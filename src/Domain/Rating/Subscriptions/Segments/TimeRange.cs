using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>Local time from a start up to, and not including, an end.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End, exclusive.</param>
internal readonly record struct TimeRange(LocalDateTime From, LocalDateTime Until)
{
    /// <summary>Its days, begun ones too, counted from its time of day on, as a line names them.</summary>
    public Period Days
    {
        get
        {
            var until = Until.TimeOfDay <= From.TimeOfDay ? Until.Date : Until.Date.PlusDays(1);
            return new Period(From.Date, LocalDate.Max(until, From.Date.PlusDays(1)));
        }
    }

    /// <summary>What of this lies in none of the others.</summary>
    public IReadOnlyList<TimeRange> Without(IEnumerable<TimeRange> others)
    {
        var left = new List<TimeRange> { this };
        foreach (var other in others)
        {
            left = [.. left.SelectMany(part => part.Without(other))];
        }
        return left;
    }

    private IEnumerable<TimeRange> Without(TimeRange other)
    {
        if (other.Until <= From || Until <= other.From)
        {
            yield return this;
            yield break;
        }
        if (From < other.From)
            yield return this with { Until = other.From };
        if (other.Until < Until)
            yield return this with { From = other.Until };
    }
}
