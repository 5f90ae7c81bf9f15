using System.Globalization;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>A partition of a stream, and what Orleans calls it: a queue, a stream and the grain behind it.</summary>
internal sealed record StreamPartition(string Namespace, int Number)
{
    /// <summary>Before the namespace of each of our streams; the grain of partitions listens to nothing else.</summary>
    public const string Prefix = "inbox.";

    /// <summary>The key of the stream and of its grain: "payments/3".</summary>
    public string Key { get; } = string.Create(CultureInfo.InvariantCulture, $"{Namespace}/{Number}");

    /// <summary>The stream.</summary>
    public StreamId StreamId => StreamId.Create(Prefix + Namespace, Key);

    /// <summary>The queue the stream is alone in.</summary>
    public QueueId QueueId => QueueId.GetQueueId(Namespace, (uint)Number, (uint)Number);

    /// <summary>The partition of a stream.</summary>
    public static StreamPartition Of(StreamId streamId) => Parse(streamId.GetKeyAsString());

    /// <summary>The partition of a queue.</summary>
    public static StreamPartition Of(QueueId queueId) =>
        new(queueId.GetStringNamePrefix(), checked((int)queueId.GetNumericId()));

    /// <summary>The partition of a key.</summary>
    public static StreamPartition Parse(string key)
    {
        var at = key.LastIndexOf('/');
        return new StreamPartition(key[..at], int.Parse(key.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }
}
