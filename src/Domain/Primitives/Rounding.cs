namespace BillingActors.Domain.Primitives;

/// <summary>The only places where anything is rounded.</summary>
public static class Rounding
{
    // Below every price and above the noise of sums below ten thousand million.
    private const int NoiseDecimals = 18;

    /// <summary>An exact amount in units of the currency, rounded once to minor units, half away from zero.</summary>
    public static Money ToMoney(decimal exact, Currency currency) =>
        new(decimal.ToInt64(HalfAwayFromZero(WithoutNoise(exact * currency.Scale), 0)), currency);

    /// <summary>
    /// Without what thirds and sixtieths leave at the 28th digit: three thirds of half a cent are half a cent again.
    /// </summary>
    public static decimal WithoutNoise(decimal exact) => HalfAwayFromZero(exact, NoiseDecimals);

    /// <summary>Rounds half away from zero: 2.345 gives 2.35, and −2.345 gives −2.35.</summary>
    public static decimal HalfAwayFromZero(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Rounds half to the even neighbour: 2.345 gives 2.34, and 2.355 gives 2.36.</summary>
    public static decimal HalfToEven(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.ToEven);

    /// <summary>Rounds away from zero: 2.341 gives 2.35, and −2.341 gives −2.35.</summary>
    public static decimal AwayFromZero(decimal exact, int decimals)
    {
        var cut = TowardsZero(exact, decimals);
        return cut == exact ? cut : cut + new decimal(1, 0, 0, exact < 0, (byte)decimals);
    }

    /// <summary>Cuts what lies beyond the decimals: 2.349 gives 2.34, and −2.349 gives −2.34.</summary>
    public static decimal TowardsZero(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.ToZero);
}
