using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;

namespace BillingActors.Formats.Urdb;

/// <summary>
/// Rates of the U.S. Utility Rate Database (OpenEI) as tariffs: one rate, a list, or an answer of the service with
/// items.
/// </summary>
public static class UrdbTariffs
{
    private static readonly string[] Marks =
    [
        "energyratestructure", "energyweekdayschedule", "flatdemandstructure", "demandratestructure",
        "coincidentratestructure", "fixedchargefirstmeter", "realtimeprice", "eiaid",
    ];

    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the text is JSON with a rate of the database.</summary>
    public static bool IsTariff(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = Parse(json);
            return Rates(document.RootElement) is { } rates && rates.Any(static rate => HasMark(rate.Rate));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Each rate of the text as a tariff, or with the reasons why it is none.</summary>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> json) => Read(json, UrdbOptions.Default);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> json, UrdbOptions options)
    {
        try
        {
            using var document = Parse(json);
            if (Rates(document.RootElement) is not { } rates)
                return [ImportedTariff
                    .Refused("", "not-urdb", "It is neither a rate, nor a list of rates, nor an answer with items.")];
            if (rates.Count == 0)
                return [ImportedTariff.Refused("items", "no-rates", "There is no rate in it.")];
            return [.. rates.Select(rate => UrdbRate.Read(rate.Rate, rate.Path, options))];
        }
        catch (JsonException error)
        {
            return [ImportedTariff.Refused($"line {error.LineNumber + 1}", "json-malformed", error.Message)];
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        var text = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        return JsonDocument.Parse(text.ToArray(), Lenient);
    }

    private static IReadOnlyList<(JsonElement Rate, string Path)>? Rates(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return Listed(root, "");
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
            return Listed(items, "items/");
        return HasMark(root) ? [(root, "")] : null;
    }

    private static IReadOnlyList<(JsonElement Rate, string Path)> Listed(JsonElement list, string path) =>
        [.. list.EnumerateArray().Select((rate, index) => (rate, $"{path}{index}"))];

    private static bool HasMark(JsonElement rate) => rate.ValueKind == JsonValueKind.Object
        && rate.EnumerateObject().Any(static member =>
            Marks.Contains(UrdbNames.Of(member.Name).Split('/')[0], StringComparer.Ordinal));
}
