using System.Collections.Frozen;

namespace BillingActors.Domain.Metering;

/// <summary>
/// Exact sizes of units of energy, volume and mass, by definition: the joule, watt-hour and cubic metre of the SI; the
/// Btu of the International Table, 1055.05585262 J, the foot of 0.3048 m and the pound of 0.45359237 kg (NIST SP 811,
/// appendix B); the US gallon of 231 cubic inches and the imperial one of 4.54609 litres. A therm is 100,000 Btu, a
/// dekatherm ten of them, a ton-hour of cold 12,000 Btu.
/// </summary>
public static class UnitFacts
{
    private const string Energy = "energy";
    private const string Volume = "volume";
    private const string Mass = "mass";
    private const decimal Btu = 1055.05585262m;
    private const decimal CubicFoot = 0.028316846592m;
    private const decimal Gallon = 0.003785411784m;
    private const decimal Pound = 0.45359237m;

    private static readonly FrozenDictionary<string, (string Kind, decimal Size)> Sizes =
        new (string Kind, decimal Size, string Names)[]
        {
            (Energy, 1m, "J"), (Energy, 1e3m, "kJ"), (Energy, 1e6m, "MJ"), (Energy, 1e9m, "GJ"), (Energy, 1e12m, "TJ"),
            (Energy, 3600m, "Wh"), (Energy, 3.6e6m, "kWh"), (Energy, 3.6e9m, "MWh"), (Energy, 3.6e12m, "GWh"),
            (Energy, Btu, "Btu"), (Energy, Btu * 1e3m, "kBtu"), (Energy, Btu * 1e6m, "MMBtu"),
            (Energy, Btu * 1e5m, "therm"), (Energy, Btu * 1e6m, "dth dekatherm"), (Energy, Btu * 12e3m, "ton-hour"),
            (Volume, 1m, "m3 kL"), (Volume, 0.001m, "L"), (Volume, 1e3m, "ML"),
            (Volume, CubicFoot, "ft3 cf"), (Volume, CubicFoot * 100m, "ccf hcf"), (Volume, CubicFoot * 1e3m, "mcf"),
            (Volume, CubicFoot * 1e6m, "mmcf"), (Volume, CubicFoot * 43_560m, "acre-foot"),
            (Volume, Gallon, "gal"), (Volume, Gallon * 1e3m, "kgal"), (Volume, 0.00454609m, "imperial-gallon"),
            (Mass, 1m, "kg"), (Mass, 1e3m, "t"), (Mass, Pound, "lb"), (Mass, Pound * 1e3m, "klb"),
        }
        .SelectMany(static fact => fact.Names.Split(' '), static (fact, name) => (name, (fact.Kind, fact.Size)))
        .ToFrozenDictionary(static pair => pair.name, static pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Whether the word is a unit of energy, power, volume or mass.</summary>
    public static bool IsUnit(string word) => Sizes.ContainsKey(word) || UnitConversion.IsUnit(word);

    /// <summary>
    /// How many of <paramref name="to"/> one of <paramref name="from"/> is; null where they differ in kind.
    /// </summary>
    public static UnitRatio? Between(string from, string to)
    {
        if (UnitConversion.Exponent(from, to) is { } exponent)
            return exponent >= 0 ? new UnitRatio(PowerOfTen(exponent), 1m) : new UnitRatio(1m, PowerOfTen(-exponent));
        return Sizes.TryGetValue(from, out var left) && Sizes.TryGetValue(to, out var right) && left.Kind == right.Kind
            ? new UnitRatio(left.Size, right.Size)
            : null;
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10m;
        return power;
    }
}
