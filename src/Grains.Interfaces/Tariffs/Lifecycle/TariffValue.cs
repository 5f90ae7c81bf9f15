using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>Values of a tariff document: when they are equal, and how they are told.</summary>
internal static class TariffValue
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Whether both say the same: "0.30" and "0.3" are one price.</summary>
    public static bool AreEqual(JsonNode? before, JsonNode? after) =>
        JsonNode.DeepEquals(before, after)
        || (NumberOf(before) is { } old && NumberOf(after) is { } now && old == now);

    /// <summary>A plain value as text, anything else as JSON on one line; null for nothing.</summary>
    public static string? Told(JsonNode? value) => value switch
    {
        null => null,
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    /// <summary>The same for people: what has a text or a name is called by it.</summary>
    public static string Spoken(JsonNode? value) => value switch
    {
        null => "nothing",
        JsonObject item when (item["text"] ?? item["name"]) is JsonValue called => $"\"{called}\"",
        JsonObject item when item["kind"] is JsonValue kind => $"{kind} {Told(item)}",
        JsonArray list when list.All(item => item is JsonValue) => string.Join(", ", list.Select(Told)),
        _ => Told(value)!,
    };

    private static decimal? NumberOf(JsonNode? value) =>
        value is JsonValue plain && plain.GetValueKind() == JsonValueKind.String
        && decimal.TryParse(plain.GetValue<string>(), Plain, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
