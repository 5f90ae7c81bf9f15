using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Cli.Client;

/// <summary>JSON as the gateway speaks it: camel case, decimals as strings.</summary>
internal static class WireJson
{
    /// <summary>Settings for bodies and for one object per line.</summary>
    public static JsonSerializerOptions OneLine { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowOutOfOrderMetadataProperties = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        json.Converters.Add(new ExactDecimal());
        return json;
    }

    private sealed class ExactDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new JsonException("A decimal is written as a string.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
