using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace BillingActors.Storage.Json;

/// <summary>A day as "2025-01-31".</summary>
internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsoDay.Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[IsoDay.Length];
        IsoDay.Format(value, text);
        writer.WriteStringValue(text);
    }
}
