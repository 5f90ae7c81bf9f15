using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// The chain over an account's events: link(v) = SHA-256(previous, version, envelope, body). The day an event was put
/// off to is part of its envelope where it has one. Numbers are drawn after
/// the
/// event rows are written, so a numbered event is the last of its commit, and the link after that commit is
/// SHA-256(link, document hash) with document hash = SHA-256(series, number, body).
/// </summary>
public static class HashChain
{
    /// <summary>Bytes of a link.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>The link before the first event.</summary>
    public static ReadOnlyMemory<byte> Start { get; } = new byte[Length];

    /// <summary>The link of an event.</summary>
    public static byte[] Link(
        ReadOnlySpan<byte> previous, string accountKey, EventEnvelope envelope, ReadOnlySpan<byte> body)
    {
        Invariant.Holds(previous.Length == Length, "a link of the chain has 32 bytes");
        var context = envelope.Context;
        var buffer = Empty();
        buffer.Write(previous);
        Add(buffer, envelope.Version);
        Add(buffer, accountKey);
        Add(buffer, Microseconds(context.At));
        Add(buffer, (long)context.Actor.Kind);
        Add(buffer, context.Actor.Id);
        Add(buffer, context.CommandId);
        Add(buffer, envelope.RequestHash);
        Add(buffer, envelope.Reference);
        Add(buffer, context.Source);
        Add(buffer, context.Reason);
        // A body begins with a brace, a length does not: chains from before there was such a day stay as they are.
        if (envelope.BookedFrom is { } day)
            Add(buffer, IsoDay.Format(day));
        buffer.Write(body);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>The hash of a numbered document.</summary>
    public static byte[] DocumentHash(DocumentNumber number, ReadOnlySpan<byte> body)
    {
        var buffer = Empty();
        Add(buffer, number.Series);
        Add(buffer, number.Value);
        buffer.Write(body);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>The link after a commit whose last event has a document.</summary>
    public static byte[] WithDocument(ReadOnlySpan<byte> link, ReadOnlySpan<byte> documentHash)
    {
        Span<byte> both = stackalloc byte[2 * Length];
        link.CopyTo(both);
        documentHash.CopyTo(both[Length..]);
        return SHA256.HashData(both);
    }

    /// <summary>Stores keep microseconds; more would not come back as it was hashed.</summary>
    public static Instant Stored(Instant at) => FromMicroseconds(Microseconds(at));

    /// <summary>Whole microseconds since 1970.</summary>
    public static long Microseconds(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        return (ticks - (((ticks % 10) + 10) % 10)) / 10;
    }

    /// <summary>The instant of whole microseconds since 1970.</summary>
    public static Instant FromMicroseconds(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    private static ArrayBufferWriter<byte> Empty()
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        return buffer;
    }

    private static void Add(ArrayBufferWriter<byte> buffer, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    /// <summary>With its length in front, so that no two envelopes have the same bytes.</summary>
    private static void Add(ArrayBufferWriter<byte> buffer, string? text)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetByteCount(text);
        Add(buffer, length);
        if (length > 0)
        {
            Encoding.UTF8.GetBytes(text, buffer.GetSpan(length));
            buffer.Advance(length);
        }
    }
}
