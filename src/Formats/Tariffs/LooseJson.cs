using System.Globalization;
using System.Text.Json;

namespace BillingActors.Formats.Tariffs;

/// <summary>Reads single values, which are numbers, numbers in quotes, or JSON in quotes.</summary>
internal static class LooseJson
{
    private static readonly string[] NoValue = ["", "null", "none", "nan", "n/a"];

    /// <summary>Whether the value says nothing.</summary>
    public static bool IsAbsent(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => NoValue.Contains(value.GetString()!.Trim().ToLowerInvariant(), StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>The exact number, or null where it is none or beyond a decimal.</summary>
    public static decimal? Number(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!.Trim(),
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Trimmed(number)
            : null;
    }

    /// <summary>Whether the value is a number too large for a decimal, which files write for "no limit".</summary>
    public static bool IsBeyondCount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && Number(value) is null && value.TryGetDouble(out var number)
            && number > 0;

    /// <summary>The text, or null.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        // The bulk export wraps ids and dates: {"$oid": "…"}, {"$date": "…"}.
        JsonValueKind.Object => value.EnumerateObject().Where(static member => member.Name.StartsWith('$'))
            .Select(static member => Text(member.Value)).FirstOrDefault(),
        _ => null,
    };

    /// <summary>The elements of an array, also of one written as text; null where it is neither.</summary>
    public static IReadOnlyList<JsonElement>? Elements(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray()];
        if (value.ValueKind != JsonValueKind.String || !value.GetString()!.TrimStart().StartsWith('['))
            return null;
        try
        {
            using var document = JsonDocument.Parse(value.GetString()!);
            return [.. document.RootElement.Clone().EnumerateArray()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // "12.50" and "12.5" are one price.
    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
