using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Follows what is held of a deposit from day to day, so that each day bears interest on what was held.
/// </summary>
internal static class DepositHolding
{
    /// <summary>
    /// The deposit after so much more was paid and given back on a day. What is booked back to days that were counted
    /// corrects them.
    /// </summary>
    public static Deposit Moved(Deposit deposit, LocalDate on, long paidMinor, long releasedMinor)
    {
        var after = deposit with
        {
            PaidMinor = deposit.PaidMinor + paidMinor,
            ReleasedMinor = deposit.ReleasedMinor + releasedMinor,
        };
        var (was, now) = (Bearing(deposit), Bearing(after));
        return PaidWhole(was == now ? after : after with { Interest = Counted(deposit.Interest, on, was, now) }, on);
    }

    /// <summary>The deposit, with the day since which it is paid whole.</summary>
    public static Deposit PaidWhole(Deposit deposit, LocalDate on) => deposit switch
    {
        { IsRequested: false } or { UnpaidMinor: > 0 } => deposit with { PaidOn = null },
        { PaidOn: null } => deposit with { PaidOn = on },
        _ => deposit,
    };

    /// <summary>What bears interest; what was given back and never paid does not.</summary>
    public static long Bearing(Deposit deposit) => Math.Max(0, deposit.HeldMinor);

    private static DepositInterest Counted(DepositInterest? interest, LocalDate on, long was, long now)
    {
        if (interest is null)
            return new DepositInterest(on, on, [], 0m, null);
        if (on >= interest.CountedUntil)
        {
            return interest with
            {
                CountedUntil = on,
                Segments = was == 0 || on == interest.CountedUntil
                    ? interest.Segments
                    : interest.Segments.Add(new DepositSegment(interest.CountedUntil, on, was)),
            };
        }
        return interest with
        {
            HeldSince = LocalDate.Min(interest.HeldSince, on),
            Segments = interest.Segments.Add(new DepositSegment(on, interest.CountedUntil, now - was)),
        };
    }
}
