using System.Collections.Frozen;

namespace BillingActors.Grains.Ingestion;

/// <summary>The consumers of this program, by the namespace of their stream.</summary>
internal sealed class StreamConsumers(IEnumerable<IStreamConsumer> consumers)
{
    private readonly FrozenDictionary<string, IStreamConsumer> _byNamespace =
        consumers.ToFrozenDictionary(consumer => consumer.Namespace, StringComparer.Ordinal);

    /// <summary>Namespaces somebody consumes, in order.</summary>
    public IEnumerable<string> Namespaces => _byNamespace.Keys.Order(StringComparer.Ordinal);

    /// <summary>The consumer of a namespace.</summary>
    public IStreamConsumer this[string streamNamespace] => _byNamespace[streamNamespace];
}
