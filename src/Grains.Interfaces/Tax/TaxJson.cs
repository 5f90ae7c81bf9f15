using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Grains.Interfaces.Json;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>
/// Reads and writes tax records as JSON: unknown members are refused, decimals are strings or numbers.
/// </summary>
public static class TaxJson
{
    private static TaxJsonContext Json => TaxJsonContext.Default;

    /// <summary>Reads a file; a <see cref="JsonException"/> names the path and what is wrong there.</summary>
    public static TaxStandingDocument ReadStanding(ReadOnlySpan<byte> json) => Read(json, Json.TaxStandingDocument);

    /// <summary>Reads a jurisdiction.</summary>
    public static TaxJurisdictionRecord ReadJurisdiction(ReadOnlySpan<byte> json) =>
        Read(json, Json.TaxJurisdictionRecord);

    /// <summary>Reads the tax status of a customer.</summary>
    public static TaxProfileRecord ReadProfile(ReadOnlySpan<byte> json) => Read(json, Json.TaxProfileRecord);

    /// <summary>Writes a jurisdiction.</summary>
    public static byte[] Write(TaxJurisdictionRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, Json.TaxJurisdictionRecord);

    /// <summary>Writes the tax status of a customer.</summary>
    public static byte[] Write(TaxProfileRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, Json.TaxProfileRecord);

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        var record = JsonSerializer.Deserialize(json, type)
            ?? throw new JsonException("A tax record is an object, not null.");
        JsonGaps.Refuse(json);
        return record;
    }
}
