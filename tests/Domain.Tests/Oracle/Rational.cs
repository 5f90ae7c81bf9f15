using System.Globalization;
using System.Numerics;

namespace BillingActors.Domain.Tests.Oracle;

/// <summary>An exact fraction of whole numbers: nothing is rounded that is not asked to be.</summary>
internal readonly struct Rational(BigInteger numerator, BigInteger denominator)
    : IComparable<Rational>, IEquatable<Rational>
{
    public static readonly Rational Zero = 0;

    // Below this many bits a fraction is not worth reducing.
    private const long Lean = 96;
    private const int ScaleShift = 16;

    private readonly BigInteger _denominator = denominator;

    public BigInteger Numerator { get; } = numerator;

    /// <summary>Never negative; one in the default value.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    public static implicit operator Rational(long whole) => new(whole, BigInteger.One);

    public static implicit operator Rational(decimal number)
    {
        var bits = decimal.GetBits(number);
        var digits = new BigInteger(unchecked((uint)bits[2]));
        digits = (digits << 32) + unchecked((uint)bits[1]);
        digits = (digits << 32) + unchecked((uint)bits[0]);
        return new Rational(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> ScaleShift) & 0xFF));
    }

    public static Rational operator +(Rational left, Rational right) => left.Denominator == right.Denominator
        ? new Rational(left.Numerator + right.Numerator, left.Denominator)
        : Lowest(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);

    public static Rational operator -(Rational number) => new(-number.Numerator, number.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right) =>
        Lowest(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) => right.Sign < 0
        ? Lowest(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator)
        : Lowest(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    public static Rational Abs(Rational number) => new(BigInteger.Abs(number.Numerator), number.Denominator);

    public static Rational Sum(IEnumerable<Rational> numbers) =>
        numbers.Aggregate(Zero, static (sum, number) => sum + number);

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    // Equal fractions may be written differently; what they floor to is the same.
    public override int GetHashCode() => Floor().GetHashCode();

    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public BigInteger Floor() => Numerator.Sign >= 0 || (Numerator % Denominator).IsZero
        ? Numerator / Denominator
        : (Numerator / Denominator) - 1;

    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>Rounded to decimals, half away from zero.</summary>
    public Rational Round(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        return new Rational(HalfAway(Numerator * power, Denominator), power);
    }

    /// <summary>Cut to decimals.</summary>
    public Rational Down(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        return new Rational(Numerator * power / Denominator, power);
    }

    /// <summary>To decimals, away from zero.</summary>
    public Rational Up(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        var size = new Rational(BigInteger.Abs(Numerator) * power, Denominator).Ceiling();
        return new Rational(Sign * size, power);
    }

    /// <summary>In units of which there are so many in one, half away from zero.</summary>
    public long InUnitsOf(int exponent) => (long)HalfAway(Numerator * BigInteger.Pow(10, exponent), Denominator);

    public override string ToString()
    {
        var digits = Round(24);
        var text = BigInteger.Abs(digits.Numerator).ToString("D25", CultureInfo.InvariantCulture);
        return $"{(Sign < 0 ? "-" : "")}{text[..^24]}.{text[^24..].TrimEnd('0')}";
    }

    private static BigInteger HalfAway(BigInteger numerator, BigInteger denominator) =>
        numerator.Sign * (((BigInteger.Abs(numerator) * 2) + denominator) / (denominator * 2));

    private static Rational Lowest(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.GetBitLength() <= Lean)
            return new Rational(numerator, denominator);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new Rational(numerator / common, denominator / common);
    }
}
