using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Ledger;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// The accounting periods of one legal entity, keyed by its id: months are locked in order and reopened by two people.
/// </summary>
[Alias("ledger")]
public interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>Locks all months up to and including one; what is locked already stays so.</summary>
    [Alias("lock")]
    Task<Reply<PeriodsView>> Lock(CommandEnvelope envelope, LockMonth command, CancellationToken cancellation);

    /// <summary>Asks for a locked month, and those after it, to be opened again; it needs a reason.</summary>
    [Alias("ask-reopening")]
    Task<Reply<PeriodsView>> AskReopening(
        CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation);

    /// <summary>Agrees to it, as somebody else than who asked; it needs a reason.</summary>
    [Alias("reopen")]
    Task<Reply<PeriodsView>> Reopen(CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation);

    /// <summary>What is locked, and how it came to be.</summary>
    [AlwaysInterleave, Alias("periods")]
    Task<PeriodsView> Periods(CancellationToken cancellation);
}
