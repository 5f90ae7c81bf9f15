using System.Diagnostics.Metrics;

namespace BillingActors.Grains.Ingestion;

/// <summary>The names of all metrics of the durable streams, and what counts into them.</summary>
internal static class StreamInstruments
{
    /// <summary>The meter.</summary>
    public const string MeterName = "BillingActors.Streams";

    private const string NamespaceTag = "namespace";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Applied = Meter.CreateCounter<long>("billing.streams.records.applied");

    private static readonly Counter<long> Duplicate = Meter.CreateCounter<long>("billing.streams.records.duplicate");

    private static readonly Counter<long> Quarantined =
        Meter.CreateCounter<long>("billing.streams.records.quarantined");

    private static readonly Histogram<double> Delay =
        Meter.CreateHistogram<double>("billing.streams.delay", "ms", "From accepted to worked off.");

    private static readonly Gauge<long> Lag =
        Meter.CreateGauge<long>("billing.streams.lag", "ms", "How long the oldest record waits.");

    private static readonly Gauge<long> Waiting = Meter.CreateGauge<long>("billing.streams.records.waiting");

    private static readonly Gauge<long> InQuarantine = Meter.CreateGauge<long>("billing.streams.quarantine");

    /// <summary>Counts what became of records.</summary>
    public static void Count(string streamNamespace, long applied, long duplicate, long quarantined)
    {
        var tag = KeyValuePair.Create<string, object?>(NamespaceTag, streamNamespace);
        Applied.Add(applied, tag);
        Duplicate.Add(duplicate, tag);
        Quarantined.Add(quarantined, tag);
    }

    /// <summary>Takes the time from accepted to worked off.</summary>
    public static void Delayed(string streamNamespace, TimeSpan delay) => Delay.Record(
        delay.TotalMilliseconds, KeyValuePair.Create<string, object?>(NamespaceTag, streamNamespace));

    /// <summary>Sets what waits in a stream.</summary>
    public static void Stand(Interfaces.Streams.StreamView stream)
    {
        var tag = KeyValuePair.Create<string, object?>(NamespaceTag, stream.Name);
        Lag.Record(stream.LagMilliseconds, tag);
        Waiting.Record(stream.WaitingRecords, tag);
        InQuarantine.Record(stream.QuarantinedCount, tag);
    }
}
