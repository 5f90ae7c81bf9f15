using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// One master record under change control, keyed "kind/id" with kind legal-entity, customer, service-point, bill-cycle,
/// tariff, tariff-draft or chart-of-accounts.
/// </summary>
[Alias("master-data")]
public interface IMasterDataGrain : IGrainWithStringKey
{
    /// <summary>
    /// Stores a new version; the same content again changes nothing. The expected version is the fence: null for a new
    /// record, and "stale-version" when it does not fit.
    /// </summary>
    [Alias("put")]
    Task<Reply<MasterView>> Put(CommandEnvelope envelope, MasterPut command, CancellationToken cancellation);

    /// <summary>
    /// Publishes the draft of this tariff: the only way a tariff is stored, by a person who wrote no part of it.
    /// </summary>
    [Alias("publish")]
    Task<Reply<MasterView>> Publish(
        CommandEnvelope envelope, PublishTariff command, CancellationToken cancellation);

    /// <summary>Who wrote what the draft of this tariff changes, and so may not publish it.</summary>
    [AlwaysInterleave, Alias("authors")]
    Task<ImmutableArray<string>> Authors(CancellationToken cancellation);

    /// <summary>Everything that would keep the tariff from being published; nothing is stored.</summary>
    [AlwaysInterleave, Alias("check")]
    Task<ImmutableArray<TariffProblemView>> Check(TariffDocument tariff, CancellationToken cancellation);

    /// <summary>The newest version, or null.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<MasterView?> View(CancellationToken cancellation);

    /// <summary>All versions, oldest first: who, when, before, after, why.</summary>
    [AlwaysInterleave, Alias("history")]
    Task<ImmutableArray<MasterView>> History(CancellationToken cancellation);
}
