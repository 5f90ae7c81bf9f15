namespace BillingActors.Domain.Rating.Demands;

/// <summary>Units of energy behind units of power: power is energy per hour.</summary>
internal static class PowerUnits
{
    private static readonly string[] Bases = ["VAr", "VA", "W"];

    /// <summary>What a demand in the unit adds up: "kW" is of "kWh".</summary>
    public static string EnergyOf(string unit) => unit + "h";

    /// <summary>The real energy beside a unit of power: "kVA" has "kWh".</summary>
    public static string RealOf(string unit) => PrefixOf(unit) + "Wh";

    /// <summary>The real power beside another unit of power: "kVA" has "kW".</summary>
    public static string RealPowerOf(string unit) => PrefixOf(unit) + "W";

    /// <summary>The reactive energy beside a unit of power: "kW" has "kVArh".</summary>
    public static string ReactiveOf(string unit) => PrefixOf(unit) + "VArh";

    private static string PrefixOf(string unit)
    {
        foreach (var end in Bases)
        {
            if (unit.EndsWith(end, StringComparison.Ordinal))
                return unit[..^end.Length];
        }
        return "";
    }
}
