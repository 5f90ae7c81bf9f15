using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Storage.Audit;

/// <summary>
/// The chain over administration: link(n) = SHA-256(previous, position, entry), each text with its length.
/// </summary>
internal static class AuditChain
{
    /// <summary>Bytes of a link.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The link before the first entry.</summary>
    public static ReadOnlyMemory<byte> Start { get; } = new byte[Length];

    public static byte[] Link(ReadOnlySpan<byte> previous, long position, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Add(hash, position);
        Add(hash, entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Add(hash, entry.ActorId);
        Add(hash, entry.Source);
        Add(hash, entry.KeyId);
        Add(hash, entry.Action);
        Add(hash, entry.Subject.Kind);
        Add(hash, entry.Subject.Id);
        Add(hash, entry.Subject.EntityId);
        Add(hash, entry.Subject.AccountId);
        Add(hash, entry.RequestId);
        Add(hash, entry.Reason);
        Add(hash, entry.Before);
        Add(hash, entry.After);
        return hash.GetHashAndReset();
    }

    internal static void Add(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    /// <summary>With its length in front, so that no two entries have the same bytes.</summary>
    internal static void Add(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
        Add(hash, bytes?.LongLength ?? -1);
        hash.AppendData(bytes ?? []);
    }
}
