using System.Collections.Frozen;

namespace BillingActors.Formats.Text;

/// <summary>One spelling per unit, whatever the file's capitals.</summary>
internal static class UnitNames
{
    private static readonly string[] Canonical =
    [
        "Wh", "kWh", "MWh", "GWh", "VArh", "kVArh", "MVArh", "VAh", "kVAh", "MVAh",
        "W", "kW", "MW", "VAr", "kVAr", "MVAr", "VA", "kVA", "MVA", "V", "kV", "A", "kA", "pf",
        "m3", "ft3", "l", "gal", "therm", "BTU", "J", "MJ", "GJ",
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spellings =
        Canonical.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The canonical spelling, or null for a unit we do not know.</summary>
    public static string? Find(ReadOnlySpan<char> text) => Spellings.TryGetValue(text, out var name) ? name : null;
}
