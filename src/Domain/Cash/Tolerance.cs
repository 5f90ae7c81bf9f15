using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Differences that nobody runs after: the lower of an absolute and a relative limit.</summary>
/// <param name="AbsoluteMinor">Most that is let go of an item, in minor units.</param>
/// <param name="BasisPoints">Most that is let go of an item, in hundredths of a percent of what is open of it.</param>
/// <param name="OverMinor">Most that is kept of an overpayment; cents at most.</param>
public sealed record Tolerance(long AbsoluteMinor, int BasisPoints, long OverMinor)
{
    /// <summary>Nothing is let go.</summary>
    public static Tolerance None { get; } = new(0, 0, 0);

    /// <summary>Most that is let go where so much is open.</summary>
    public long LimitOf(long openMinor) => Math.Min(
        AbsoluteMinor, decimal.ToInt64(Rounding.TowardsZero(openMinor * (BasisPoints / 10_000m), 0)));
}
