using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Domain.BillRuns;

namespace BillingActors.Storage.BillRuns;

/// <summary>Events and drafts of bill runs as UTF-8 JSON; whatever was written once must load for ever.</summary>
internal static class RunJson
{
    /// <summary>These bytes are stored, never put into a page, so letters may stay letters.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(RunEvent happened) => Write(happened, RunJsonContext.Default.RunEvent);

    public static RunEvent ReadEvent(ReadOnlySpan<byte> body) => Read(body, RunJsonContext.Default.RunEvent);

    public static byte[] Write(DraftBody body) => Write(body, RunJsonContext.Default.DraftBody);

    public static DraftBody ReadBody(ReadOnlySpan<byte> body) => Read(body, RunJsonContext.Default.DraftBody);

    private static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            JsonSerializer.Serialize(writer, value, type);
        return buffer.WrittenSpan.ToArray();
    }

    private static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
