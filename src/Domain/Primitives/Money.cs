using System.Globalization;

namespace BillingActors.Domain.Primitives;

/// <summary>An amount in integer minor units of one currency; different currencies never add.</summary>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in the given currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Whether the amount is nothing.</summary>
    public bool IsZero => Minor == 0;

    /// <summary>The amount in units of the currency, exact.</summary>
    public decimal ToDecimal() => Minor / Currency.Scale;

    /// <summary>The smaller of two amounts of one currency.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public static Money operator +(Money left, Money right) => new(left.Minor + Same(left, right), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Minor - Same(left, right), left.Currency);

    public static Money operator -(Money money) => new(-money.Minor, money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The sum; the amounts must be in the currency given.</summary>
    public static Money Sum(Currency currency, IEnumerable<Money> amounts) =>
        amounts.Aggregate(Zero(currency), static (sum, amount) => sum + amount);

    /// <inheritdoc />
    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other));

    /// <summary>The amount as a decimal string with the currency's decimals, then the code: "12.30 EUR".</summary>
    public override string ToString() =>
        ToDecimal().ToString(
            "F" + Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        + " " + Currency.Code;

    private static long Same(Money left, Money right)
    {
        Invariant.Holds(left.Currency == right.Currency, "amounts that meet have one currency");
        return right.Minor;
    }
}
