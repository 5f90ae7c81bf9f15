using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>
/// Entries of the open-energy-tariffs collection (schema version 1) as tariffs: one entry, or one in each line.
/// </summary>
public static class OpenTariffFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the text begins with an entry of the collection.</summary>
    public static bool IsTariff(ReadOnlySpan<byte> json)
    {
        try
        {
            return Entries(json, static entry => entry.ValueKind == JsonValueKind.Object
                && entry.TryGetProperty("meta", out _) && entry.TryGetProperty("tariff", out _)).FirstOrDefault();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Each entry as a tariff, or with the reasons why it is none.</summary>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var read = Entries(json, static entry => OpenTariff.Read(entry));
            return read.IsEmpty ? [ImportedTariff.Refused("", "no-rates", "There is no entry in it.")] : read;
        }
        catch (JsonException error)
        {
            return [ImportedTariff.Refused($"line {error.LineNumber + 1}", "json-malformed", error.Message)];
        }
    }

    private static ImmutableArray<T> Entries<T>(ReadOnlySpan<byte> json, Func<JsonElement, T> read)
    {
        var reader = new Utf8JsonReader(
            json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json,
            new JsonReaderOptions { AllowMultipleValues = true });
        var entries = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
        {
            using var entry = JsonDocument.ParseValue(ref reader);
            entries.Add(read(entry.RootElement));
        }
        return entries.ToImmutable();
    }
}
