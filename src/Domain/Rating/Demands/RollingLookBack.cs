using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The mean of the demands of the last months, from the state and the settings of the contract.</summary>
internal sealed class RollingLookBack(RatingRequest request, RatingSettings settings, DemandBook book)
{
    // Bill periods that follow meter readings begin some days apart from month to month.
    private const int DaysOfGrace = 14;

    /// <summary>The mean with its reason.</summary>
    /// <param name="charge">Code of the demand charge.</param>
    /// <param name="rolling">How many months.</param>
    /// <param name="timeOfUse">The period that is billed; null: all hours.</param>
    /// <param name="own">The own demand.</param>
    public (decimal Quantity, string Reason) Mean(string charge, RollingMean rolling, string? timeOfUse, decimal own)
    {
        var sum = Counted(own, rolling);
        var count = 1;
        foreach (var quantity in Before(charge, rolling.Months, timeOfUse))
        {
            sum += Counted(quantity, rolling);
            count++;
        }
        if (settings.Of(DemandSettings.RollingFirstYear) == RollingFirstYear.Least)
        {
            sum += (rolling.Months - count) * (rolling.Least ?? 0m);
            count = rolling.Months;
        }
        return (sum / count, $"mean of {count} months, own {Exact.Text(own)}");
    }

    private static decimal Counted(decimal quantity, RollingMean rolling) =>
        decimal.Max(quantity, rolling.Least ?? quantity);

    // The latest of the bill periods before; what is given by hand goes over what was measured in the month.
    private IEnumerable<decimal> Before(string charge, int months, string? timeOfUse)
    {
        var oldest = request.Cycle.From.PlusMonths(1 - months).PlusDays(-DaysOfGrace);
        var known = new SortedDictionary<LocalDate, decimal>();
        // Where a month has the demand of the period and that of all hours, the period comes last and stays.
        var measuredBefore = book.Before.Where(peak => peak.Charge == charge && peak.EventAt is null
            && IsOf(peak.TimeOfUse, timeOfUse) && IsIn(peak.Period.From));
        foreach (var peak in measuredBefore.OrderBy(static peak => peak.TimeOfUse is not null))
            known[peak.Period.From] = peak.Quantity;
        var given = settings.Of(DemandSettings.PriorPeaks).Where(peak =>
            (peak.Charge is null || peak.Charge == charge) && IsOf(peak.TimeOfUse, timeOfUse)
            && IsIn(peak.Month.OnDayOfMonth(1)));
        foreach (var peak in given.OrderBy(static peak => peak.TimeOfUse is not null))
        {
            foreach (var measured in known.Keys.Where(from => MonthOf(from) == peak.Month).ToList())
                known.Remove(measured);
            known[peak.Month.OnDayOfMonth(1)] = peak.Quantity;
        }
        return known.Reverse().Take(months - 1).Select(static entry => entry.Value);

        bool IsIn(LocalDate from) => from >= oldest && from < request.Cycle.From;
    }

    // A peak of all hours counts for each period where nothing finer is known.
    private static bool IsOf(string? known, string? timeOfUse) => known is null || known == timeOfUse;

    // That of most days of a bill period of a month.
    private static YearMonth MonthOf(LocalDate from) => from.PlusDays(DaysOfGrace).ToYearMonth();
}
