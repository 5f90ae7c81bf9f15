using BillingActors.Domain.Rating.Calls.Buckets;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <content>How far a price or an allowance reaches: to the end of the call, or of its own part.</content>
internal sealed partial class CallWalk
{
    private bool IsByPart => rules.Increments == IncrementsOf.EachPart;

    // How many increments the rest of the call or of the part is: whether a begun one is whole is said by the step.
    private decimal BilledOf(in CallRun run, decimal increment, decimal end)
    {
        var rest = ((IsByPart ? end : _end) - _position) / increment;
        return IsWhole ? decimal.Ceiling(rest) : Counted(run.Step, rest);
    }

    // What is left is no increment: the rest of the call is free, or that of the part.
    private bool PassOver(decimal end)
    {
        if (IsByPart)
            _position = end;
        else
            _isRestFree = true;
        return true;
    }

    // The next part begins at its own time, however far the last increment reaches.
    private void Advance(decimal taken, decimal end) =>
        _position = IsByPart ? decimal.Min(end, _position + taken) : _position + taken;

    // Midnight and a change of the clock end no part.
    private decimal PeriodEnd(int period, decimal boundary)
    {
        while (IsByPart && boundary < _end && PeriodAt(boundary, out var next) == period)
            boundary = next;
        return decimal.Min(_end, boundary);
    }

    // Outside its hours an allowance is passed over until they begin; inside, it is used until they end.
    private bool IsInHours(in BucketDraw draw, ref decimal end)
    {
        if (draw.Calendar is not { } calendar)
            return true;
        var isTimed = _call.Plan.Unit.Measure == CallUnit.Second;
        var position = _position;
        var isIn = IsInHours(draw, calendar, ref position);
        while (IsByPart && isTimed && position < end)
        {
            var next = position;
            if (IsInHours(draw, calendar, ref next) != isIn)
                break;
            position = next;
        }
        if (isTimed)
            end = decimal.Min(end, position);
        return isIn;
    }

    // Moves the position on to where that certainly lasts.
    private bool IsInHours(in BucketDraw draw, TimeOfUseCalendar calendar, ref decimal position)
    {
        var at = _call.Plan.Unit.Measure == CallUnit.Second ? InstantAt(position) : _call.Record.Start;
        var (period, until) = clock.PeriodAt(at, calendar);
        position += CallClock.Seconds(at, until);
        return period >= 0 && draw.Rule.Periods.Contains(calendar.Periods[period], StringComparer.Ordinal);
    }
}
