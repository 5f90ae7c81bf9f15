using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>Opens a locked month, and those after it, again: the second person's part.</summary>
public static class PeriodReopening
{
    /// <summary>
    /// Refuses a missing reason, a month nobody asked for, and the person who asked; what is open is nothing new.
    /// </summary>
    public static Decision<PeriodEvent> Decide(AccountingPeriods periods, YearMonth month, CommandContext context)
    {
        var from = month.OnDayOfMonth(1);
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Accounts.Refusals.ReasonMissing;
        if (periods.ReopenFrom != from || periods.RequestedBy is not { } requester)
        {
            return periods.Window.SoftLockedUntil is { } locked && locked > from
                ? PeriodRefusals.ReopeningUnknown
                : Decision<PeriodEvent>.Nothing;
        }
        return requester == context.Actor
            ? PeriodRefusals.SecondPersonNeeded
            : new PeriodEvent.Reopened(from, requester.Id);
    }
}
