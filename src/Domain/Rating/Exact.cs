using System.Globalization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Rating;

/// <summary>Exact decimals: powers of ten, no trailing zeros, and parts that always sum to the whole.</summary>
internal static class Exact
{
    /// <summary>Decimals kept where a quantity or an allowance is cut by days.</summary>
    public const int PartDecimals = 6;

    /// <summary>Decimals kept where a price is cut by days for print.</summary>
    public const int PriceDecimals = 10;

    /// <summary>Without trailing zeros, so that equal numbers print equally.</summary>
    public static decimal Normalised(decimal number)
    {
        if (number.Scale == 0)
            return number;
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(number, bits);
        if (bits[2] != 0)
            return number / 1.0000000000000000000000000000m;
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        int scale = number.Scale;
        while (scale > 0 && digits % 10 == 0)
            (digits, scale) = (digits / 10, scale - 1);
        return new decimal(
            unchecked((int)digits), unchecked((int)(digits >> 32)), 0, decimal.IsNegative(number) && digits != 0,
            (byte)scale);
    }

    /// <summary>An integer that counts 10^-scale, with all its digits; scales go from 0 to 28.</summary>
    public static decimal Of(long count, int scale)
    {
        var digits = unchecked((ulong)(count < 0 ? -count : count));
        return new decimal(
            unchecked((int)digits), unchecked((int)(digits >> 32)), 0, count < 0, checked((byte)scale));
    }

    /// <summary>As a source of a line tells it: the same on every machine.</summary>
    public static string Text(decimal number) => Normalised(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A power of ten from -28 to 28.</summary>
    public static decimal PowerOfTen(int exponent) =>
        exponent >= 0 ? 1m / new decimal(1, 0, 0, false, (byte)exponent) : new decimal(1, 0, 0, false, (byte)-exponent);

    /// <summary>The square root of a number that is not negative, to some 14 significant digits or more.</summary>
    public static decimal SquareRoot(decimal number)
    {
        if (number <= 0m)
            return 0m;
        // Begin at or above the root: from there each step of Newton comes down, until it cannot.
        var root = decimal.Max(1m, number);
        while (true)
        {
            var next = (root + (number / root)) / 2m;
            if (next >= root)
                return root;
            root = next;
        }
    }

    /// <summary>
    /// What of a total belongs to the first <paramref name="part"/> of <paramref name="whole"/> days, rounded once. The
    /// difference of two such values is the part between them, and all parts sum to the total.
    /// </summary>
    public static decimal Cumulated(decimal total, int part, int whole)
    {
        if (part <= 0)
            return 0m;
        return part >= whole ? total : Rounding.HalfAwayFromZero(total * part / whole, PartDecimals);
    }
}
