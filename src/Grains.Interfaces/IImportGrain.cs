using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// Works off one accepted import, keyed by import id, batch by batch; it goes on by itself after a crash.
/// </summary>
[Alias("import")]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>Begins or goes on to work off what was accepted; harmless at any time.</summary>
    [Alias("work")]
    Task Work(CancellationToken cancellation);

    /// <summary>Tries one rejected record of the worklist again, after what was wrong has been put right.</summary>
    [Alias("redrive")]
    Task<Reply<ImportView>> Redrive(CommandEnvelope envelope, long worklistId, CancellationToken cancellation);

    /// <summary>How far it is, or null.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<ImportView?> View(CancellationToken cancellation);
}
