using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>Asks for a locked month, and those after it, to be opened again; a second person agrees or not.</summary>
public static class PeriodReopenRequest
{
    /// <summary>Refuses a missing reason and a month that is open; the same request again is nothing new.</summary>
    public static Decision<PeriodEvent> Decide(AccountingPeriods periods, YearMonth month, CommandContext context)
    {
        var from = month.OnDayOfMonth(1);
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Accounts.Refusals.ReasonMissing;
        if (periods.Window.SoftLockedUntil is not { } locked || locked <= from)
            return PeriodRefusals.MonthOpen;
        return periods.ReopenFrom == from && periods.RequestedBy == context.Actor
            ? Decision<PeriodEvent>.Nothing
            : new PeriodEvent.ReopeningRequested(from);
    }
}
