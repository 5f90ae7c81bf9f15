using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>Which days of a legal entity's books are locked; everything after them is open.</summary>
/// <param name="SoftLockedUntil">Days before this one take postings of finance only; null: none is locked.</param>
/// <param name="HardLockedUntil">Days before this one take nothing; never after the soft lock.</param>
public readonly record struct BookingWindow(LocalDate? SoftLockedUntil, LocalDate? HardLockedUntil)
{
    /// <summary>The first day that takes a posting of the caller; null: any day does.</summary>
    public LocalDate? FirstOpenDay(bool passesSoftLock) => passesSoftLock ? HardLockedUntil : SoftLockedUntil;
}
