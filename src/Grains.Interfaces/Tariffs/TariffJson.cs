using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Grains.Interfaces.Json;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Reads and writes tariffs as JSON: unknown members are refused, decimals are strings or numbers.</summary>
public static class TariffJson
{
    private static JsonTypeInfo<TariffDocument> Type => TariffJsonContext.Default.TariffDocument;

    /// <summary>Reads a tariff; a <see cref="JsonException"/> names the path and what is wrong there.</summary>
    public static TariffDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var tariff = JsonSerializer.Deserialize(json, Type)
                ?? throw new JsonException("A tariff is an object, not null.");
            JsonGaps.Refuse(json);
            return tariff;
        }
        catch (NotSupportedException error)
        {
            throw WithoutKind(error);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static TariffDocument Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Writes a tariff, indented, in the order of the reference.</summary>
    public static string Write(TariffDocument tariff) => JsonSerializer.Serialize(tariff, Type);

    // The reader of the platform takes a charge or a price without its kind for a fault of the program, and tells the
    // place in its text alone: "... Path: $.versions[0].charges[0] | LineNumber: 0 | BytePositionInLine: 12."
    private static JsonException WithoutKind(NotSupportedException error)
    {
        const string Detail = "A charge and a price name their kind, such as \"kind\": \"flat\".";
        var parts = error.Message.Split("Path: ")[^1].Split(" | ");
        var line = parts.Length > 1
            && long.TryParse(parts[1].Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : (long?)null;
        return new JsonException(Detail, parts[0].StartsWith('$') ? parts[0] : null, line, null, error);
    }
}
