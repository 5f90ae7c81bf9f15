using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Storage.Json;

/// <summary>
/// A decimal as a string without trailing zeros, so that equal values have equal bytes and no reader rounds.
/// </summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    private const int LengthMax = 32;

    /// <summary>Dividing by one with all its decimals strips trailing zeros.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> buffer = stackalloc char[LengthMax];
        ReadOnlySpan<char> text = buffer[..JsonText.Copy(ref reader, buffer)];
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"'{reader.GetString()}' is not a decimal.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[LengthMax];
        (value / One).TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
