using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// The draft of a legal entity, keyed by its id: the only way to change who may approve what there. One person saves
/// it, another one releases it.
/// </summary>
[Alias("legal-entity-draft")]
public interface ILegalEntityDraftGrain : IGrainWithStringKey
{
    /// <summary>
    /// Saves what the legal entity shall become; the expected version is that of the legal entity. A draft of another
    /// person that waits is decided first.
    /// </summary>
    [Alias("save")]
    Task<Reply<LegalEntityDraftView>> Save(
        CommandEnvelope envelope, MasterPut command, CancellationToken cancellation);

    /// <summary>
    /// Makes the draft of this version the newest version of the legal entity, by another person than its maker; in
    /// the same commit the draft is closed.
    /// </summary>
    [Alias("release")]
    Task<Reply<MasterView>> Release(CommandEnvelope envelope, long draftVersion, CancellationToken cancellation);

    /// <summary>Says no, by another person than the maker, with a reason.</summary>
    [Alias("reject")]
    Task<Reply<LegalEntityDraftView>> Reject(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation);

    /// <summary>Takes the draft back, by its maker.</summary>
    [Alias("withdraw")]
    Task<Reply<LegalEntityDraftView>> Withdraw(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation);

    /// <summary>The newest step of the draft, or null.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<LegalEntityDraftView?> View(CancellationToken cancellation);

    /// <summary>All steps of all drafts, oldest first.</summary>
    [AlwaysInterleave, Alias("history")]
    Task<ImmutableArray<LegalEntityDraftView>> History(CancellationToken cancellation);
}
