using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>
/// A decimal as a JSON string of digits, such as "0.2935"; a JSON number would lose digits in some clients.
/// </summary>
internal sealed class DecimalText : JsonConverter<decimal>
{
    // More digits than a decimal holds would be rounded without a word.
    private const int LengthMax = 30;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A decimal is written as a string, such as \"0.25\".");
        var text = reader.GetString();
        return text!.Length <= LengthMax && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"\"{text}\" is no decimal such as \"0.25\".");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
