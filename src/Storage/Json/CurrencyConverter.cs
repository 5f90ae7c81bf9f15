using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Json;

/// <summary>A currency as its three letters.</summary>
internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    private const int CodeLength = 3;

    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> code = stackalloc char[CodeLength];
        return Currency.TryOf(code[..JsonText.Copy(ref reader, code)], out var currency)
            ? currency
            : throw new JsonException("A currency is three capital letters.");
    }

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
