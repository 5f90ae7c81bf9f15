namespace BillingActors.Domain.Primitives;

/// <summary>The only places where anything is rounded.</summary>
public static class Rounding
{
    /// <summary>An exact amount in units of the currency, rounded once to minor units, half away from zero.</summary>
    public static Money ToMoney(decimal exact, Currency currency) =>
        new(decimal.ToInt64(HalfAwayFromZero(exact * currency.Scale, 0)), currency);

    /// <summary>Rounds half away from zero: 2.345 gives 2.35, and −2.345 gives −2.35.</summary>
    public static decimal HalfAwayFromZero(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);

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
