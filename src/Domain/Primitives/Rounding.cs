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
}
