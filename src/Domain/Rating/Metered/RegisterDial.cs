using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What a register counted between two things it showed.</summary>
internal static class RegisterDial
{
    // Powers of ten up to 10^18 fit an integer of 64 bits.
    private const int DigitsMax = 18;

    /// <summary>
    /// The difference, or null where there is none to believe. A turnover is believed only where it means at most half
    /// the dial: "a turnover that did not happen" overbills.
    /// </summary>
    public static decimal? Counted(Register register, decimal from, decimal until)
    {
        if (register.Digits is < 1 or > DigitsMax)
            return until >= from ? until - from : null;
        var dial = Exact.PowerOfTen(register.Digits);
        if (from >= dial || until >= dial || from < 0 || until < 0)
            return null;
        if (until >= from)
            return until - from;
        var turned = until - from + dial;
        return turned * 2 <= dial ? turned : null;
    }
}
