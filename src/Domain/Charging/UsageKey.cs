using System.Buffers.Binary;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;

namespace BillingActors.Domain.Charging;

/// <summary>
/// What a record is recognised by: 128 bits of the hash of its source and id, 64 bits of the hash of all it says.
/// </summary>
/// <param name="High">First half of the id.</param>
/// <param name="Low">Second half of the id.</param>
/// <param name="Content">What it says.</param>
internal readonly record struct UsageKey(ulong High, ulong Low, ulong Content)
{
    /// <summary>Bytes of a key where many are kept.</summary>
    public const int Length = 24;

    public static UsageKey Of(UsageRecord record)
    {
        var id = new HashInput();
        id.Add(record.Source);
        id.Add(record.Id);
        Span<byte> bytes = Convert.FromHexString(id.Hash());
        Span<byte> content = Convert.FromHexString(ContentOf(record));
        return new UsageKey(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(content));
    }

    public static UsageKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));

    /// <summary>Reads a key as events have it.</summary>
    public static UsageKey Parse(string base64) => Read(Convert.FromBase64String(base64));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], Content);
    }

    /// <summary>By id only: an id stands once in a list, whatever it says.</summary>
    public int OrderTo(UsageKey other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    private static string ContentOf(UsageRecord record)
    {
        var content = new HashInput();
        content.Add(record.ContractId);
        if (record.Call is { } call)
            Add(content, call);
        if (record.Event is { } one)
            Add(content, one);
        return content.Hash();
    }

    private static void Add(HashInput content, CallRecord call)
    {
        content.Add(call.Start.ToUnixTimeTicks());
        content.Add(call.Quantity);
        content.Add(call.From);
        content.Add(call.To);
        content.Add((long)call.Direction);
        content.Add(call.Event);
        content.Add(call.Session);
        content.Add(call.IsContinuation ? 1L : 0L);
        content.Add(call.Network);
        content.Add(call.SubscriberId);
        content.Add(call.Route);
    }

    private static void Add(HashInput content, UsageEvent one)
    {
        content.Add(one.At.ToUnixTimeTicks());
        content.Add(one.Name);
        content.Add(one.Quantity is null ? 0L : 1L);
        content.Add(one.Quantity ?? 0m);
        content.Add(one.Amount is null ? 0L : 1L);
        content.Add(one.Amount ?? 0m);
        foreach (var (name, text) in one.Properties)
        {
            content.Add(name);
            content.Add(text);
        }
    }
}
