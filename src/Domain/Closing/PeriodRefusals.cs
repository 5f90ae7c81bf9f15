using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Closing;

/// <summary>Every "no" of accounting periods; the codes are stable and documented.</summary>
public static class PeriodRefusals
{
    /// <summary>A month is locked when all its days have passed.</summary>
    public static Refusal MonthNotOver { get; } = new("month-not-over", "The month is not over at the legal entity.");

    /// <summary>The soft lock comes first.</summary>
    public static Refusal SoftLockMissing { get; } =
        new("soft-lock-missing", "The month must be locked softly before it is locked for everybody.");

    /// <summary>There is nothing to reopen.</summary>
    public static Refusal MonthOpen { get; } = new("month-open", "The month is open.");

    /// <summary>Nobody asked for it.</summary>
    public static Refusal ReopeningUnknown { get; } =
        new("reopening-unknown", "Nobody asked for this month to be opened, or a lock came after the request.");

    /// <summary>The one who asked cannot agree.</summary>
    public static Refusal SecondPersonNeeded { get; } =
        new("second-person-needed", "Somebody else than who asked must agree.");
}
