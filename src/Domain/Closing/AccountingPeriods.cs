using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>
/// The accounting periods of a legal entity, which are calendar months: the fold of their events. Months are locked in
/// order and reopened from the end, so two days say it all.
/// </summary>
public sealed record AccountingPeriods
{
    /// <summary>Everything is open.</summary>
    public static AccountingPeriods None { get; } = new();

    /// <summary>How many events there were.</summary>
    public long Version { get; init; }

    /// <summary>What is locked.</summary>
    public BookingWindow Window { get; init; }

    /// <summary>The month somebody wants open again; null when nobody does.</summary>
    public LocalDate? ReopenFrom { get; init; }

    /// <summary>Who asked for it.</summary>
    public Actor? RequestedBy { get; init; }

    /// <summary>The periods after an event.</summary>
    public AccountingPeriods Apply(PeriodEvent happened, Actor actor)
    {
        var after = happened switch
        {
            PeriodEvent.SoftLocked e => Settled() with { Window = Window with { SoftLockedUntil = e.Until } },
            PeriodEvent.HardLocked e => Settled() with { Window = Window with { HardLockedUntil = e.Until } },
            PeriodEvent.ReopeningRequested e => this with { ReopenFrom = e.From, RequestedBy = actor },
            PeriodEvent.Reopened e => Settled() with
            {
                Window = new(Earlier(Window.SoftLockedUntil, e.From), Earlier(Window.HardLockedUntil, e.From)),
            },
            _ => throw new BrokenInvariantException("every event of accounting periods is known"),
        };
        Invariant.Holds(
            after.Window.HardLockedUntil is not { } hard || after.Window.SoftLockedUntil >= hard,
            "what is locked hard is locked soft");
        return after with { Version = Version + 1 };
    }

    // A request speaks of the locks as they were; a new lock makes it void.
    private AccountingPeriods Settled() => this with { ReopenFrom = null, RequestedBy = null };

    private static LocalDate? Earlier(LocalDate? locked, LocalDate from) =>
        locked is { } day ? LocalDate.Min(day, from) : null;
}
