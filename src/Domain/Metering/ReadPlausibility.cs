namespace BillingActors.Domain.Metering;

/// <summary>Whether the quantity a source gives is what its two reads say.</summary>
public static class ReadPlausibility
{
    /// <summary>
    /// True when the difference of the reads times the multiplier, with a turnover of the dials where the read went
    /// down,
    /// is the quantity; the sign is free for what was received; estimates may differ by less than one unit of the dial.
    /// </summary>
    public static bool Fits(ReadClaim claim, Register register)
    {
        if (claim.Previous is not { } previous || claim.Quantity is not { } quantity)
            return true;
        var unit = PowerOfTen(claim.Scale);
        var difference = claim.Current - previous;
        if (difference < 0)
            difference += PowerOfTen(register.Digits) * unit;
        if (difference < 0)
            return false;
        var used = register.Direction == Direction.Export ? Math.Abs(quantity) : quantity;
        var gap = Math.Abs((difference * register.Multiplier) - used);
        return claim.Quality is ReadQuality.Actual or ReadQuality.Customer
            ? gap == 0
            : gap < unit * register.Multiplier;
    }

    private static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
