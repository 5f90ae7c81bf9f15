using System.Text.Json;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>A payment as the body of a record of the payments stream.</summary>
public static class PaymentRecordJson
{
    /// <summary>The body.</summary>
    public static byte[] Write(PaymentEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(entry, PaymentRecordJsonContext.Default.PaymentEntry);

    /// <summary>The payment again.</summary>
    public static PaymentEntry Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, PaymentRecordJsonContext.Default.PaymentEntry)
        ?? throw new JsonException("A payment in the stream is null.");
}
