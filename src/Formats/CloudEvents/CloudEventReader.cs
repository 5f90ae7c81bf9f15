using System.Text.Json;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.CloudEvents;

/// <summary>
/// Reads an event of CloudEvents 1.0. Attributes that are not known are extensions and pass; data in base64 is refused.
/// </summary>
public static class CloudEventReader
{
    private const int TextLengthMax = 200;

    /// <summary>The event, or what is wrong with it.</summary>
    public static (CloudEvent? Event, RecordProblem? Problem) Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Wrong("event", "json-invalid", "is no object");
        if (Text(element, "specversion") != "1.0")
            return Wrong("specversion", "event-version", "must be \"1.0\"");
        foreach (var name in (ReadOnlySpan<string>)["id", "source", "type"])
        {
            if (Text(element, name) is not { Length: >= 1 and <= TextLengthMax })
                return Wrong(name, "required", $"must be a text of 1 to {TextLengthMax} characters");
        }
        if (element.TryGetProperty("data_base64", out _))
            return Wrong("data_base64", "event-data", "is not taken; send data as JSON");
        DateTimeOffset? at = null;
        if (element.TryGetProperty("time", out var time))
        {
            if (time.ValueKind != JsonValueKind.String || !time.TryGetDateTimeOffset(out var given))
                return Wrong("time", "date-invalid", "must be a time of RFC 3339, such as 2025-01-31T09:00:00Z");
            at = given;
        }
        return (
            new CloudEvent(
                Text(element, "id")!,
                Text(element, "source")!,
                Text(element, "type")!,
                Text(element, "subject"),
                at,
                element.TryGetProperty("data", out var data) ? data : null),
            null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static (CloudEvent?, RecordProblem?) Wrong(string field, string rule, string detail) =>
        (null, new RecordProblem(0, field, rule, detail));
}
