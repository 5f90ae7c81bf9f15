using System.Collections.Immutable;
using BillingActors.Domain.Closing;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Closing;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Accounting periods, domain → wire.</summary>
internal static class PeriodMapping
{
    public static PeriodsView ToView(string entityId, ImmutableArray<StoredPeriodEvent> history)
    {
        var periods = history.Aggregate(
            AccountingPeriods.None, (before, stored) => before.Apply(stored.Happened, stored.Context.Actor));
        return new PeriodsView(
            entityId,
            periods.Version,
            periods.Window.SoftLockedUntil.ToWire(),
            periods.Window.HardLockedUntil.ToWire(),
            periods.ReopenFrom.ToWire(),
            periods.RequestedBy?.Id,
            [.. history.Select(ToView)]);
    }

    private static PeriodChangeView ToView(StoredPeriodEvent stored)
    {
        var (what, day) = Describe(stored.Happened);
        return new PeriodChangeView(
            stored.Version, what, day.ToWire(), stored.Context.At.ToDateTimeOffset(), stored.Context.Actor.Id,
            stored.Context.Reason);
    }

    private static (string What, LocalDate Day) Describe(PeriodEvent happened) => happened switch
    {
        PeriodEvent.SoftLocked e => ("soft-locked", e.Until),
        PeriodEvent.HardLocked e => ("hard-locked", e.Until),
        PeriodEvent.ReopeningRequested e => ("reopening-requested", e.From),
        PeriodEvent.Reopened e => ("reopened", e.From),
        _ => throw new ArgumentException("This event of accounting periods is not known.", nameof(happened)),
    };
}
