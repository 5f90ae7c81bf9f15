namespace BillingActors.Comparison;

/// <summary>
/// The same prices as the engine's tariffs have, in the least arithmetic that gives the same amounts: no versions, no
/// calendars, no allowances, no explanation. That favours those who are compared.
/// </summary>
public static class Prices
{
    private const decimal BasePrice = 9.90m;
    private const decimal EnergyPrice = 0.2871m;
    private const decimal DiscountPercent = 2.5m;
    private const decimal TaxPercent = 19m;
    private const decimal ConnectPrice = 0.05m;
    private const decimal SecondsOfMinute = 60m;

    /// <summary>Prefixes and their price of a minute, in units of the currency.</summary>
    public static IReadOnlyList<(string Prefix, decimal PerMinute)> Destinations { get; } =
    [
        ("4930", 0.02m), ("4989", 0.02m), ("49151", 0.09m), ("49160", 0.09m), ("49170", 0.09m), ("44", 0.15m),
        ("33", 0.14m), ("39", 0.16m), ("1", 0.06m), ("86", 0.22m),
    ];

    /// <summary>Price of the connection of a call.</summary>
    public static decimal Connect => ConnectPrice;

    /// <summary>What a call costs, exact.</summary>
    public static decimal Of(Call call)
    {
        foreach (var (prefix, perMinute) in Destinations)
        {
            if (call.To.StartsWith(prefix, StringComparison.Ordinal))
                return ConnectPrice + (call.Seconds * perMinute / SecondsOfMinute);
        }
        throw new ArgumentException($"Nobody knows a price for {call.To}.", nameof(call));
    }

    /// <summary>The bill of a month.</summary>
    public static BillOfMonth Of(MeterUse use)
    {
        var basePrice = Minor(BasePrice);
        var energy = Minor((use.After - use.Before) * EnergyPrice);
        var discount = -Minor((basePrice + energy) / 100m * DiscountPercent / 100m);
        var tax = Minor((basePrice + energy + discount) / 100m * TaxPercent / 100m);
        return new BillOfMonth(basePrice, energy, discount, tax);
    }

    private static long Minor(decimal amount) =>
        (long)Math.Round(amount * 100m, MidpointRounding.AwayFromZero);
}
