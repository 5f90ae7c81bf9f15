using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Ceem;

/// <summary>Reads a price with its unit: {"Value": 0.3, "Unit": "$/kWh"}.</summary>
internal static class CeemPrice
{
    /// <summary>The price and its unit; zero after a problem was noted.</summary>
    public static (decimal Price, string Unit) Read(
        JsonElement priced, string at, ReadOnlySpan<string> units, ImportFindings findings)
    {
        var unit = Member(priced, "Unit") is { } text ? text.ToString() : units[0];
        if (!units.Contains(unit))
            findings.Refuse($"{at}/Unit", "unit-unknown", $"\"{unit}\" is not {string.Join(" or ", units.ToArray())}.");
        if (Member(priced, "Value") is { } value && LooseJson.Number(value) is { } price)
            return (price, unit);
        findings.Refuse($"{at}/Value", "number-invalid", "A price is a number.");
        return (0m, unit);
    }

    private static JsonElement? Member(JsonElement priced, string name) =>
        priced.ValueKind == JsonValueKind.Object && priced.TryGetProperty(name, out var value) ? value : null;
}
