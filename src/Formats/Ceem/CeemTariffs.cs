using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Ceem;

/// <summary>
/// Australian retail and network tariffs in the form of the CEEM bill calculator (UNSW): lists of tariffs with
/// parameters.
/// </summary>
public static partial class CeemTariffs
{
    /// <summary>Whether the text is a list of such tariffs.</summary>
    public static bool IsTariff(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = Parse(json);
            return Listed(document.RootElement).Any(static tariff => tariff.Value.TryGetProperty("Parameters", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Each tariff of the text, or the reasons why it is none.</summary>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> json, CeemOptions options)
    {
        try
        {
            using var document = Parse(json);
            var listed = Listed(document.RootElement);
            return listed.Count == 0
                ? [ImportedTariff.Refused("", "no-rates", "There is no list of tariffs in it.")]
                : [.. listed.Select(tariff => new CeemTariff(tariff.Value, tariff.Path, options).Read())];
        }
        catch (JsonException error)
        {
            return [ImportedTariff.Refused($"line {error.LineNumber + 1}", "json-malformed", error.Message)];
        }
    }

    // The files write an open limit as the bare word Infinity, which is no JSON.
    private static JsonDocument Parse(ReadOnlySpan<byte> json) => JsonDocument.Parse(
        BareInfinity()
            .Replace(Encoding.UTF8.GetString(json).TrimStart('\uFEFF'), static match =>
                $"{match.Groups["colon"]}null"));

    [GeneratedRegex(@"(?<colon>:\s*)Infinity(?=\s*[,}\]])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareInfinity();

    // [{"Version": …, "Tariffs": […]}], or the list itself.
    private static IReadOnlyList<(JsonElement Value, string Path)> Listed(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array =>
            [.. root.EnumerateArray().SelectMany(static (element, index) => ListedIn(element, $"{index}"))],
        JsonValueKind.Object => [.. ListedIn(root, "")],
        _ => [],
    };

    private static IEnumerable<(JsonElement Value, string Path)> ListedIn(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element.TryGetProperty("Tariffs", out var tariffs) && tariffs.ValueKind == JsonValueKind.Array
            ? tariffs.EnumerateArray().Where(static tariff => tariff.ValueKind == JsonValueKind.Object)
                .Select((tariff, index) => (tariff, $"{path}/Tariffs/{index}".TrimStart('/')))
            : [(element, path)];
    }
}
