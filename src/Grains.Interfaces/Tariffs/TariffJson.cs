using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Reads and writes tariffs as JSON: unknown members are refused, decimals are strings or numbers.</summary>
public static class TariffJson
{
    private static JsonTypeInfo<TariffDocument> Type => TariffJsonContext.Default.TariffDocument;

    /// <summary>Reads a tariff; a <see cref="JsonException"/> names the path and what is wrong there.</summary>
    public static TariffDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Type) ?? throw new JsonException("A tariff is an object, not null.");

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static TariffDocument Read(string json) =>
        JsonSerializer.Deserialize(json, Type) ?? throw new JsonException("A tariff is an object, not null.");

    /// <summary>Writes a tariff, indented, in the order of the reference.</summary>
    public static string Write(TariffDocument tariff) => JsonSerializer.Serialize(tariff, Type);
}
