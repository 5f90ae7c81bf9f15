using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Json;

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

    /// <summary>Tells snapshots of another shape apart; they are not read.</summary>
    public static long SnapshotSchema { get; } = SchemaOf(AccountJsonContext.Default.Account);

    /// <summary>An event as it is stored.</summary>
    public static byte[] Write(AccountEvent happened) =>
        StoredJson.Write(happened, AccountJsonContext.Default.AccountEvent);

    /// <summary>A document as it is stored.</summary>
    public static byte[] Write(Invoice invoice) => StoredJson.Write(invoice, AccountJsonContext.Default.Invoice);

    /// <summary>A snapshot as it is stored.</summary>
    public static byte[] Write(Account account) => StoredJson.Write(account, AccountJsonContext.Default.Account);

    /// <summary>Reads an event.</summary>
    public static AccountEvent ReadEvent(ReadOnlySpan<byte> body) =>
        StoredJson.Read(body, AccountJsonContext.Default.AccountEvent);

    /// <summary>Reads a document.</summary>
    public static Invoice ReadInvoice(ReadOnlySpan<byte> body) =>
        StoredJson.Read(body, AccountJsonContext.Default.Invoice);

    /// <summary>Reads a snapshot of this schema.</summary>
    public static Account ReadAccount(ReadOnlySpan<byte> body) =>
        StoredJson.Read(body, AccountJsonContext.Default.Account);

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
