using System.Text.Json;
using BillingActors.Grains.Interfaces.Charging;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>A usage record as the body of a record of the usage stream.</summary>
public static class UsageRecordJson
{
    /// <summary>The body.</summary>
    public static byte[] Write(UsageEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(entry, UsageRecordJsonContext.Default.UsageEntry);

    /// <summary>The record again.</summary>
    public static UsageEntry Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, UsageRecordJsonContext.Default.UsageEntry)
        ?? throw new JsonException("A usage record in the stream is null.");

    /// <summary>What a call was, from an event that came in; throws where it is none.</summary>
    public static CallUse ReadCall(JsonElement data) =>
        data.Deserialize(UsageRecordJsonContext.Default.CallUse) ?? throw new JsonException("data is null.");

    /// <summary>What else was used, from an event that came in; throws where it is none.</summary>
    public static EventUse ReadEvent(JsonElement data) =>
        data.Deserialize(UsageRecordJsonContext.Default.EventUse) ?? throw new JsonException("data is null.");
}
