using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>
/// Gives the banks of periods that a change of season ended to the periods that have their hours now.
/// </summary>
internal sealed class SeasonalBanks(PieceDraft piece, string charge, TimeOfUseCalendar calendar)
{
    // Hours by which periods of two seasons are told to be the same.
    private static readonly int[] Minutes = [0, 5 * 60, 11 * 60, 17 * 60];

    /// <summary>Moves the banks of periods that have no hours in the days.</summary>
    public void MoveInto(Period days)
    {
        var (before, after) = (Weekday(days.From.PlusDays(-1), -1), Weekday(days.From, 1));
        for (var period = 0; period < calendar.Periods.Length; period++)
        {
            var banks = piece.State.BanksOf(charge, calendar.Periods[period]);
            if (banks.IsEmpty || piece.Quantities.Clock.Has(calendar, period, days))
                continue;
            var minute = Array.Find(Minutes, minute => PeriodAt(before, minute) == period);
            if (PeriodAt(before, minute) != period)
                continue;
            var heir = calendar.Periods[PeriodAt(after, minute)];
            var moved = banks.Select(bank => bank with { TimeOfUse = heir });
            piece.State.SetBanks(charge, calendar.Periods[period], []);
            piece.State.SetBanks(charge, heir, piece.State.BanksOf(charge, heir).AddRange(moved));
        }
    }

    private int PeriodAt(LocalDate day, int minute) =>
        calendar.PlanOf(day).First(run => run.UntilMinute > minute).Period;

    private LocalDate Weekday(LocalDate day, int step)
    {
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || calendar.Holidays.Contains(day))
            day = day.PlusDays(step);
        return day;
    }
}
