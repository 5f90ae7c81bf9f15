using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// Events, snapshots and documents as UTF-8 JSON. Whatever was written once must load for ever, and give the same bytes
/// again: the hash chain goes over them.
/// </summary>
public static class AccountEventJson
{
    /// <summary>
    /// Raise it when <see cref="Account.Apply"/> or a value's text changes: old snapshots are then folded anew.
    /// </summary>
    private const int SnapshotFormat = 1;

    /// <summary>These bytes are stored, never put into a page, so letters may stay letters.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Tells snapshots of another shape apart; they are not read.</summary>
    public static long SnapshotSchema { get; } = SchemaOf(AccountJsonContext.Default.Account);

    /// <summary>An event as it is stored.</summary>
    public static byte[] Write(AccountEvent happened) => Write(happened, AccountJsonContext.Default.AccountEvent);

    /// <summary>A document as it is stored.</summary>
    public static byte[] Write(Invoice invoice) => Write(invoice, AccountJsonContext.Default.Invoice);

    /// <summary>A snapshot as it is stored.</summary>
    public static byte[] Write(Account account) => Write(account, AccountJsonContext.Default.Account);

    /// <summary>Reads an event.</summary>
    public static AccountEvent ReadEvent(ReadOnlySpan<byte> body) =>
        Read(body, AccountJsonContext.Default.AccountEvent);

    /// <summary>Reads a document.</summary>
    public static Invoice ReadInvoice(ReadOnlySpan<byte> body) => Read(body, AccountJsonContext.Default.Invoice);

    /// <summary>Reads a snapshot of this schema.</summary>
    public static Account ReadAccount(ReadOnlySpan<byte> body) => Read(body, AccountJsonContext.Default.Account);

    private static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Plain);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    private static long SchemaOf(JsonTypeInfo root)
    {
        var text = new StringBuilder().Append(SnapshotFormat);
        var seen = new HashSet<Type>();
        Describe(root);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Describe(JsonTypeInfo type)
        {
            if (!seen.Add(type.Type))
                return;
            text.Append('|').Append(type.Type);
            if (type.ElementType is { } element)
                Describe(root.Options.GetTypeInfo(element));
            foreach (var property in type.Properties)
            {
                text.Append(';').Append(property.Name).Append(':').Append(property.PropertyType);
                Describe(root.Options.GetTypeInfo(property.PropertyType));
            }
        }
    }
}
