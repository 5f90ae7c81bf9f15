using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace BillingActors.Storage.Json;

/// <summary>A day of the year as "01-31".</summary>
internal sealed class AnnualDateConverter : JsonConverter<AnnualDate>
{
    // Any leap year has every day there can be.
    private const int LeapYear = 2024;

    public override AnnualDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var day = IsoDay.Parse($"{LeapYear}-{reader.GetString()}");
        return new AnnualDate(day.Month, day.Day);
    }

    public override void Write(Utf8JsonWriter writer, AnnualDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoDay.Format(value.InYear(LeapYear)).AsSpan("2024-".Length));
}
