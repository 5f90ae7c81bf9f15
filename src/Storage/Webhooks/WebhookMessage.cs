using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using NodaTime.Text;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// The text of a call. It is written anew for each attempt from the event as it is stored, so it is the same each time
/// and nothing of it lies in the queue.
/// </summary>
internal static class WebhookMessage
{
    /// <summary>No text has more bytes.</summary>
    public const int LengthMax = 20_000;

    private const int IdBytes = 18;

    /// <summary>
    /// One id per event and endpoint, whoever sends it and how often: it follows from what it names.
    /// </summary>
    public static string IdOf(string webhookId, string accountKey, long version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{webhookId}\n{accountKey}\n{version}");
        return "msg_" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, IdBytes));
    }

    /// <summary>The text of an event.</summary>
    public static byte[] Write(ClaimedDelivery claimed, EventRow row, string currency)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", claimed.MessageId);
            json.WriteString("type", claimed.Type);
            json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(row.Envelope.Context.At));
            json.WriteStartObject("data");
            json.WriteString("entityId", AccountKey.EntityOf(row.Key));
            json.WriteString("accountId", AccountKey.IdOf(row.Key));
            json.WriteNumber("accountVersion", row.Envelope.Version);
            json.WriteString("currency", currency);
            if (row.Envelope.Numbers is [var number, ..])
                json.WriteString("number", number.ToString());
            foreach (var (name, value) in WebhookFacts.Of(row.Happened))
                Write(json, name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        Invariant.Holds(buffer.WrittenCount < LengthMax, "a call to a program outside is short");
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            default:
                throw new BrokenInvariantException($"{name} is said as text, number or flag");
        }
    }
}
