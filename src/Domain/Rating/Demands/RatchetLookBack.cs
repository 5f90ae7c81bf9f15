using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The least demand a ratchet bills, from the months before and the settings of the contract.</summary>
internal sealed class RatchetLookBack(
    RatingRequest request, TariffVersion version, RatingSettings settings, DemandBook book)
{
    // Bill periods that follow meter readings begin some days apart from month to month.
    private const int DaysOfGrace = 14;

    /// <summary>
    /// The least demand with its reason; null where the ratchet does not apply to the bill or the period.
    /// </summary>
    /// <param name="charge">The demand charge.</param>
    /// <param name="ratchet">Its ratchet.</param>
    /// <param name="timeOfUse">The period that is billed; null: all hours.</param>
    /// <param name="own">The own demand of the periods that count.</param>
    public (decimal Least, string Reason)? Find(Charge.Demand charge, Ratchet ratchet, string? timeOfUse, decimal own)
    {
        if (!IsFor(ratchet, timeOfUse))
            return null;
        Share? highest = null;
        foreach (var peak in History(charge.Head.Code))
        {
            var share = new Share(peak.Quantity, ratchet.PercentOf(MonthOf(peak.Period)), peak.Period.From);
            if (Counts(peak, ratchet, timeOfUse) && (highest is null || share.Least > highest.Least))
                highest = share;
        }
        if (highest is null)
            return FirstYear(ratchet, own);
        var mine = new Share(own, ratchet.PercentOf(MonthOf(request.Cycle)), request.Cycle.From);
        var ownCounts = settings.Of(DemandSettings.OwnMonth) == OwnMonth.In && mine.Least > highest.Least
            && (ratchet.Season is not { } season || SeasonOf(request.Cycle, season) == season);
        var counted = ownCounts ? mine : highest;
        return (counted.Least,
            $"ratchet {Exact.Text(counted.Percent)} % of {Exact.Text(counted.Demand)} in {counted.From:uuuu-MM}");
    }

    /// <summary>
    /// The own demand as it counts where the bill does not have it whole, with its reason; null: whole.
    /// </summary>
    public (decimal Quantity, string Reason)? OwnShare(Ratchet ratchet, string? timeOfUse, decimal own)
    {
        var month = MonthOf(request.Cycle);
        if (ratchet.IsWholeIn(month) || !IsFor(ratchet, timeOfUse))
            return null;
        var percent = ratchet.PercentOf(month);
        return (own * percent / 100m, $"{Exact.Text(percent)} % of the own month");
    }

    private bool IsFor(Ratchet ratchet, string? timeOfUse)
    {
        var isOfPeriod = ratchet.AppliesTo.IsEmpty
            || (timeOfUse is not null && ratchet.AppliesTo.Contains(timeOfUse, StringComparer.Ordinal));
        return isOfPeriod && (ratchet.During is not { } during || SeasonOf(request.Cycle, during) == during);
    }

    // That of most days of a bill period.
    private static int MonthOf(Period days) => days.From.PlusDays(days.Days / 2).Month;

    private (decimal Least, string Reason)? FirstYear(Ratchet ratchet, decimal own) =>
        settings.Of(DemandSettings.FirstYear) switch
        {
            FirstYearRule.OwnMonth when ratchet.PercentOf(MonthOf(request.Cycle)) is var percent =>
                (own * percent / 100m, $"ratchet {Exact.Text(percent)} % of the own month"),
            FirstYearRule.ContractDemand when settings.Of(DemandSettings.ContractDemand) is { } contract =>
                (contract, "contract demand of the first year"),
            _ => null,
        };

    private IEnumerable<PeakDemand> History(string charge)
    {
        foreach (var peak in book.Before)
        {
            if (peak.Charge == charge && peak.EventAt is null)
                yield return peak;
        }
        foreach (var peak in settings.Of(DemandSettings.PriorPeaks))
        {
            if (peak.Charge is null || peak.Charge == charge)
            {
                var first = peak.Month.OnDayOfMonth(1);
                yield return new PeakDemand(
                    charge, new Period(first, first.PlusMonths(1)), peak.TimeOfUse, peak.Quantity);
            }
        }
    }

    private bool Counts(PeakDemand peak, Ratchet ratchet, string? timeOfUse)
    {
        var oldest = request.Cycle.From.PlusMonths(-ratchet.Months).PlusDays(-DaysOfGrace);
        // A peak of all hours counts for each period where nothing finer is known.
        var isOfPeriod = ratchet.CountsAllPeriods || peak.TimeOfUse is null || peak.TimeOfUse == timeOfUse;
        return isOfPeriod && peak.Period.From >= oldest && peak.Period.From < request.Cycle.From
            && peak.Period != request.Cycle
            && (ratchet.Season is not { } season || SeasonOf(peak.Period, season) == season);
    }

    // A bill belongs to the season of its middle day, which is that of most of its days.
    private string? SeasonOf(Period days, string season)
    {
        foreach (var calendar in version.Calendars)
        {
            if (calendar.Seasons.Any(known => known.Name == season))
                return calendar.SeasonOf(days.From.PlusDays(days.Days / 2));
        }
        return null;
    }

    private sealed record Share(decimal Demand, decimal Percent, NodaTime.LocalDate From)
    {
        public decimal Least => Demand * Percent / 100m;
    }
}
