using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Gateway.Json;

/// <summary>
/// Writes decimals as strings and reads nothing else: a JSON number would pass through binary fractions on its way.
/// </summary>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    // More digits than a decimal holds would be rounded without a word.
    private const int LengthMax = 30;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: <= LengthMax } text
        && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
