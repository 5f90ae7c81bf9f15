using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Json;

/// <summary>
/// Money as minor units and code, "1230 EUR" for 12.30 euro: exact, and short in a million documents.
/// </summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    private const int CodeLength = 3;
    private const int LengthMax = 20 + 1 + CodeLength;

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> buffer = stackalloc char[LengthMax];
        ReadOnlySpan<char> text = buffer[..JsonText.Copy(ref reader, buffer)];
        var space = text.IndexOf(' ');
        if (space > 0 && Currency.TryOf(text[(space + 1)..], out var currency) && long.TryParse(
            text[..space], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor))
            return new Money(minor, currency);
        throw new JsonException($"'{reader.GetString()}' is not money of the form '1230 EUR'.");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[LengthMax];
        value.Minor.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        text[length++] = ' ';
        value.Currency.Code.CopyTo(text[length..]);
        writer.WriteStringValue(text[..(length + CodeLength)]);
    }
}
