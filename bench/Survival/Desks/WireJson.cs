using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Survival.Desks;

/// <summary>JSON as the gateway speaks it: camel case, decimals as strings.</summary>
internal static class WireJson
{
    /// <summary>Settings for bodies.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { AllowOutOfOrderMetadataProperties = true };
        json.Converters.Add(new ExactDecimal());
        return json;
    }

    private sealed class ExactDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
