using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Domain.Closing;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Closing;

/// <summary>Events of accounting periods as UTF-8 JSON; whatever was written once must load for ever.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(PeriodEvent))]
internal sealed partial class PeriodJson : JsonSerializerContext
{
    public static byte[] Write(PeriodEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(happened, Default.PeriodEvent);

    public static PeriodEvent Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, Default.PeriodEvent)
        ?? throw new JsonException("A stored event of accounting periods is null.");
}
