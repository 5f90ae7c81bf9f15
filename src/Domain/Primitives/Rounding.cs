namespace BillingActors.Domain.Primitives;

/// <summary>The only places where anything is rounded.</summary>
public static class Rounding
{
    // Below every price and above the noise of sums below ten thousand million.
    private const int NoiseDecimals = 18;

    private static readonly long[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000,
    ];

    /// <summary>An exact amount in units of the currency, rounded once to minor units, half away from zero.</summary>
    public static Money ToMoney(decimal exact, Currency currency) => new(
        ToMinorAsInteger(exact, currency.Exponent)
        ?? decimal.ToInt64(HalfAwayFromZero(WithoutNoise(exact * currency.Scale), 0)),
        currency);

    // Amounts of few digits have no noise, and integers round them as decimals do, in less time; null: too many digits.
    private static long? ToMinorAsInteger(decimal exact, int exponent)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(exact, bits);
        var dropped = exact.Scale - exponent;
        if (bits[2] != 0 || bits[1] < 0 || dropped < 0 || dropped >= Powers.Length)
            return null;
        var digits = unchecked(((long)bits[1] << 32) | (uint)bits[0]);
        var (minor, rest) = Math.DivRem(digits, Powers[dropped]);
        if (rest >= Powers[dropped] - rest)
            minor++;
        return decimal.IsNegative(exact) ? -minor : minor;
    }

    /// <summary>
    /// Without what thirds and sixtieths leave at the 28th digit: three thirds of half a cent are half a cent again.
    /// </summary>
    public static decimal WithoutNoise(decimal exact) => HalfAwayFromZero(exact, NoiseDecimals);

    /// <summary>Rounds half away from zero: 2.345 gives 2.35, and −2.345 gives −2.35.</summary>
    public static decimal HalfAwayFromZero(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Rounds to the nearest multiple, half away from zero: 12.325 to 0.05 gives 12.35.</summary>
    public static decimal HalfToMultiple(decimal exact, decimal multiple) =>
        HalfAwayFromZero(WithoutNoise(exact / multiple), 0) * multiple;

    /// <summary>Rounds to the next multiple away from zero: 53,501 to 10 gives 53,510.</summary>
    public static decimal UpToMultiple(decimal exact, decimal multiple) =>
        AwayFromZero(WithoutNoise(exact / multiple), 0) * multiple;

    /// <summary>Cuts what lies beyond a multiple: 53,507 to 10 gives 53,500, and −53,507 gives −53,500.</summary>
    public static decimal DownToMultiple(decimal exact, decimal multiple) =>
        TowardsZero(WithoutNoise(exact / multiple), 0) * multiple;

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
