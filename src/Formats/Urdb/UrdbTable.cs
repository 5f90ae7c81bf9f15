using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using Sylvan.Data.Csv;

namespace BillingActors.Formats.Urdb;

/// <summary>
/// Rates of the database's bulk table: one rate per row, its tiers in columns such as
/// "energyratestructure/period0/tier1rate".
/// </summary>
public static class UrdbTable
{
    private const string Mark = "energyratestructure/period0/tier0rate";

    /// <summary>Whether the text begins with the header of the table.</summary>
    public static bool IsTariff(ReadOnlySpan<byte> csv)
    {
        var end = csv.IndexOf((byte)'\n');
        return System.Text.Encoding.UTF8.GetString(end < 0 ? csv : csv[..end])
            .Contains(Mark, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Each row as a tariff, or with the reasons why it is none.</summary>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> csv, UrdbOptions options)
    {
        try
        {
            var rows = TextTable.Read(csv);
            return rows.IsEmpty
                ? [ImportedTariff.Refused("", "no-rates", "There is no row in it.")]
                : [.. rows.Select(row => UrdbRate.Read(ToJson(row.Cells), $"row {row.Number}", options))];
        }
        catch (CsvFormatException error)
        {
            return [ImportedTariff.Refused($"row {error.RowNumber}", "csv-malformed", error.Message)];
        }
    }

    // Cells are texts; the fields read numbers and lists from texts as well.
    private static JsonElement ToJson(Dictionary<string, string> cells)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, cell) in cells)
                writer.WriteString(name, cell);
            writer.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
