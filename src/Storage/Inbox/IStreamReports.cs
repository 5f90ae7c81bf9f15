using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Storage.Inbox;

/// <summary>How far the durable streams are.</summary>
public interface IStreamReports
{
    /// <summary>Every stream, in order of its name.</summary>
    Task<ImmutableArray<StreamView>> Streams(CancellationToken cancellation);
}
