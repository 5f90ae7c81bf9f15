using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace BillingActors.Storage.Json;

/// <summary>A day as "2025-01-31".</summary>
internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[IsoDay.Length];
        return JsonText.Copy(ref reader, text) == IsoDay.Length
            ? IsoDay.Parse(text)
            : throw new JsonException($"'{reader.GetString()}' is not a day of the form 2025-01-31.");
    }

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[IsoDay.Length];
        IsoDay.Format(value, text);
        writer.WriteStringValue(text);
    }
}
