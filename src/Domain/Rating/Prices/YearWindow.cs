using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Years that begin on the day a setting names.</summary>
internal static class YearWindow
{
    /// <summary>The year of a day.</summary>
    public static Period Of(LocalDate day, RatingSettings settings) => Of(day, settings.Of(MeteredSettings.YearStart));

    /// <summary>The year of a day, from one anniversary to the next.</summary>
    public static Period Of(LocalDate day, AnnualDate start)
    {
        var from = start.InYear(day.Year);
        if (from > day)
            from = start.InYear(day.Year - 1);
        return new Period(from, start.InYear(from.Year + 1));
    }

    /// <summary>The days cut where another year begins.</summary>
    public static IEnumerable<Period> Cut(Period days, RatingSettings settings)
    {
        var from = days.From;
        while (from < days.Until)
        {
            var until = LocalDate.Min(days.Until, Of(from, settings).Until);
            yield return new Period(from, until);
            from = until;
        }
    }

    /// <summary>The anniversary the days reach, if they do: it lies after the first day, or is the end.</summary>
    public static LocalDate? ReachedBy(Period days, AnnualDate anniversary)
    {
        var next = Of(days.From, anniversary).Until;
        return next <= days.Until ? next : null;
    }
}
