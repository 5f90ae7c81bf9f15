using System.Text.Json;
using System.Text.Json.Serialization;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Json;

/// <summary>A period as "2025-01-01/2025-02-01", the end exclusive.</summary>
internal sealed class PeriodConverter : JsonConverter<Period>
{
    private const int Length = IsoDay.Length + 1 + IsoDay.Length;

    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> buffer = stackalloc char[Length];
        ReadOnlySpan<char> text = buffer[..JsonText.Copy(ref reader, buffer)];
        if (text.Length != Length || text[IsoDay.Length] != '/')
            throw new JsonException($"'{reader.GetString()}' is not a period of the form 2025-01-01/2025-02-01.");
        return new Period(IsoDay.Parse(text[..IsoDay.Length]), IsoDay.Parse(text[(IsoDay.Length + 1)..]));
    }

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[Length];
        IsoDay.Format(value.From, text);
        text[IsoDay.Length] = '/';
        IsoDay.Format(value.Until, text[(IsoDay.Length + 1)..]);
        writer.WriteStringValue(text);
    }
}
