using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>A draft of a legal entity that whoever did not save it may release.</summary>
internal sealed class FakeEntityDraft(string id) : ILegalEntityDraftGrain
{
    private LegalEntityDraftView? _draft;

    public Task<Reply<LegalEntityDraftView>> Save(
        CommandEnvelope envelope, MasterPut command, CancellationToken cancellation) => Answer(_draft = new(
        id, 1, LegalEntityDraftRecord.Waiting, command.ExpectedVersion ?? 0, false, command.Content.LegalEntity!, [],
        command.ValidFrom, envelope.ActorId, envelope.At, envelope.ActorId, envelope.Reason));

    public Task<Reply<MasterView>> Release(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation) => Task.FromResult(
        _draft is not { } draft ? Reply<MasterView>.No("record-unknown", LegalEntityDraftRecord.NothingWaits)
        : draft.MakerId == envelope.ActorId ? Reply<MasterView>.No("second-person-needed", "Somebody else.")
        : new Reply<MasterView>(new MasterView(
            new(draft.Entity), draft.Replaces + 1, draft.ValidFrom, envelope.At, envelope.ActorKind, envelope.ActorId,
            envelope.Reason)));

    public Task<Reply<LegalEntityDraftView>> Reject(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation) => Answer(_draft);

    public Task<Reply<LegalEntityDraftView>> Withdraw(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation) => Answer(_draft);

    public Task<LegalEntityDraftView?> View(CancellationToken cancellation) => Task.FromResult(_draft);

    public Task<ImmutableArray<LegalEntityDraftView>> History(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<LegalEntityDraftView>>(_draft is null ? [] : [_draft]);

    private static Task<Reply<LegalEntityDraftView>> Answer(LegalEntityDraftView? draft) => Task.FromResult(
        draft is null
            ? Reply<LegalEntityDraftView>.No("record-unknown", LegalEntityDraftRecord.NothingWaits)
            : new(draft));
}
