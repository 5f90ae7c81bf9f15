using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Closing;

/// <summary>Locks months of the books: softly first, then for everybody.</summary>
public static class PeriodLock
{
    /// <summary>
    /// Refuses a month that is not over and a hard lock without the soft one; what is locked already is nothing new.
    /// The totals of a hard lock are added where it is stored.
    /// </summary>
    public static Decision<PeriodEvent> Decide(AccountingPeriods periods, LockPeriod wanted)
    {
        var until = wanted.Month.OnDayOfMonth(1).PlusMonths(1);
        if (until > wanted.Today)
            return PeriodRefusals.MonthNotOver;
        var window = periods.Window;
        if (!wanted.IsHard)
            return window.SoftLockedUntil >= until ? Decision<PeriodEvent>.Nothing : new PeriodEvent.SoftLocked(until);
        if (window.HardLockedUntil >= until)
            return Decision<PeriodEvent>.Nothing;
        return window.SoftLockedUntil >= until
            ? new PeriodEvent.HardLocked(until, [])
            : PeriodRefusals.SoftLockMissing;
    }
}
