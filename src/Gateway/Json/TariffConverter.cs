using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Gateway.Json;

/// <summary>
/// Reads and writes a tariff exactly as a tariff file is read and written: there is one format of tariffs.
/// </summary>
internal sealed class TariffConverter : JsonConverter<TariffDocument>
{
    public override TariffDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return TariffJson.Read(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, TariffDocument value, JsonSerializerOptions options) =>
        writer.WriteRawValue(TariffJson.Write(value), skipInputValidation: true);
}
