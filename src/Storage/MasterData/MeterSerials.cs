using System.Text.Json;

namespace BillingActors.Storage.MasterData;

/// <summary>
/// The meters of service points that are being stored: by their serial a search finds the service point.
/// </summary>
internal static class MeterSerials
{
    public static List<(string Serial, string ServicePointId)> Of(MasterAppend rows) =>
    [
        .. rows.Records.Where(record => record.Kind == MasterKind.ServicePoint)
            .SelectMany(record => SerialsOf(record).Select(serial => (serial, record.Id)))
            .Distinct(),
    ];

    private static List<string> SerialsOf(MasterRecord record)
    {
        var body = JsonSerializer.Deserialize<JsonElement>(record.Body.Span);
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("meters", out var meters)
            ? [.. meters.EnumerateArray().Select(meter => meter.GetProperty("serial").GetString() ?? "")]
            : [];
    }
}
