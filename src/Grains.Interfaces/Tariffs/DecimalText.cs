using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>
/// A decimal as a JSON string of digits, such as "0.2935". A JSON number is read too, digit by digit as it is written
/// and never by way of a binary fraction; a string is written, since a number would lose digits in some clients.
/// </summary>
internal sealed class DecimalText : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isNumber = reader.TokenType == JsonTokenType.Number;
        if (!isNumber && reader.TokenType != JsonTokenType.String)
            throw new JsonException("A decimal is written as a string or a number, such as \"0.25\".");
        var text = isNumber ? Digits(ref reader) : reader.GetString()!;
        var number = isNumber ? DecimalDigits.WithExponent(text) : DecimalDigits.Plain(text);
        return number ?? throw new JsonException($"\"{text}\" is no decimal such as \"0.25\".");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number the reader is at, as it is written.</summary>
    public static string Digits(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence)
            return Encoding.ASCII.GetString(reader.ValueSpan);
        var digits = new StringBuilder();
        foreach (var part in reader.ValueSequence)
            digits.Append(Encoding.ASCII.GetString(part.Span));
        return digits.ToString();
    }
}
