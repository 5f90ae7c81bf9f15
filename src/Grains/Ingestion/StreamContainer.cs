using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// A slice as Orleans carries it: one event. The token counts deliveries of one receiver, so that what is delivered
/// once more comes after what was delivered before; offsets are in the rows.
/// </summary>
[GenerateSerializer, Immutable, Alias("stream-container")]
internal sealed class StreamContainer(StreamId streamId, StreamSlice slice, EventSequenceTokenV2 token)
    : IBatchContainer
{
    [Id(0)]
    public StreamId StreamId { get; } = streamId;

    [Id(1)]
    public StreamSlice Slice { get; } = slice;

    [Id(2)]
    public EventSequenceTokenV2 Token { get; } = token;

    public StreamSequenceToken SequenceToken => Token;

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>() =>
        Slice is T wanted ? [Tuple.Create(wanted, SequenceToken)] : [];

    public bool ImportRequestContext() => false;
}
