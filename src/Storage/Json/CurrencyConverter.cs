using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Json;

/// <summary>A currency as its three letters.</summary>
internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } code && Currency.IsCode(code)
            ? Currency.Of(code)
            : throw new JsonException("A currency is three capital letters.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
