using BillingActors.Domain.Rating.Conversions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Prices the use of each window by itself: days and more by any quantities, hours by intervals.</summary>
internal sealed class WindowRating(PieceDraft piece, Charge.Usage charge, PriceModel.PerWindow price)
{
    private const long MinutesPerHour = 60;

    /// <summary>The parts and where they come from; null after a reason to hold was added.</summary>
    public (List<PricedPart> Parts, LineSource Source)? Of(LineDraft line, TimeOfUseCalendar? calendar)
    {
        var use = new ConvertedUse(piece.Settings, piece.Quantities);
        if (use.Of(charge, line.Days, calendar) is not { } whole)
            return null;
        var sums = new WindowSums(price, calendar?.Periods ?? [], piece.Settings);
        var isComplete = price.Window == PriceWindow.Hour
            ? AddHours(sums, use, line.Days, calendar)
            : AddDays(sums, use, line.Days, calendar);
        return isComplete ? (sums.Parts(), whole.Source) : null;
    }

    private bool AddDays(WindowSums sums, ConvertedUse use, Period all, TimeOfUseCalendar? calendar)
    {
        foreach (var days in WindowDays.Cut(all, price.Window))
        {
            if (use.Of(charge, days, calendar) is not { } used)
                return false;
            sums.Add(used.ByPeriod);
        }
        return true;
    }

    private bool AddHours(WindowSums sums, ConvertedUse use, Period all, TimeOfUseCalendar? calendar)
    {
        if (use.Stretches(charge, all) is not { } stretches)
            return false;
        var hour = new HourOfUse(stretches, new decimal[calendar?.Periods.Length ?? 1], sums);
        for (var day = all.From; day < all.Until; day = day.PlusDays(1))
        {
            hour.Begin(piece.Quantities.Clock.StartOf(day));
            piece.Quantities.Clock.ForEachStretch(new Period(day, day.PlusDays(1)), calendar, hour.Visit);
            hour.Close();
        }
        return true;
    }

    // The hour that is being added up; a stretch of a period may be many hours, or a part of one.
    private sealed class HourOfUse(ConvertedStretches stretches, decimal[] quantities, WindowSums sums)
    {
        private long _until;
        private bool _isOpen;

        public void Begin(long midnight) => _until = midnight + MinutesPerHour;

        public void Visit(int period, long from, long until)
        {
            while (from < until)
            {
                if (from >= _until)
                {
                    Close();
                    _until += MinutesPerHour;
                    continue;
                }
                var end = Math.Min(until, _until);
                quantities[period] += stretches.Between(from, end);
                (_isOpen, from) = (true, end);
            }
        }

        public void Close()
        {
            if (_isOpen)
                sums.Add(quantities);
            Array.Clear(quantities);
            _isOpen = false;
        }
    }
}
