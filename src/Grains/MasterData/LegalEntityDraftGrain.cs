using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>
/// Drafts of one legal entity, each step a version. It keeps nothing in memory; what is released becomes a version of
/// the legal entity in the commit that closes the draft.
/// </summary>
internal sealed class LegalEntityDraftGrain(IMasterDataStore store) : Grain, ILegalEntityDraftGrain
{
    private string Id => this.GetPrimaryKeyString();

    public async Task<Reply<LegalEntityDraftView>> Save(
        CommandEnvelope envelope, MasterPut command, CancellationToken cancellation)
    {
        var context = envelope.ToContext();
        if (context.Reason is null)
            return Refusals.ReasonMissing.ToReply<LegalEntityDraftView>();
        if (MasterChecks.Find(MasterKind.LegalEntity, Id, command.Content) is { } problem)
            return problem.ToReply<LegalEntityDraftView>();
        var (drafts, entities) = await Lives(cancellation);
        if (drafts.FirstOrDefault(made => made.Context.CommandId == context.CommandId) is { } made)
            return Again(made, command, entities);
        if (entities.IsEmpty)
            return Nothing();
        if (entities[^1].Version != command.ExpectedVersion)
            return Stale(entities[^1].Version);
        if (Waiting(drafts) is { } other && other.MakerId != context.Actor.Id)
            return EntityDrafts.DraftWaits.ToReply<LegalEntityDraftView>();
        var draft = new LegalEntityDraftRecord(
            command.Content.LegalEntity!, entities[^1].Version, context.Actor.Id, LegalEntityDraftRecord.Waiting);
        var record = Step(drafts, draft, (command.ValidFrom, context));
        return await Append([record], cancellation)
            ? new Reply<LegalEntityDraftView>(ToView(record, entities))
            : Stale(record.Version);
    }

    public async Task<Reply<MasterView>> Release(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation)
    {
        var context = envelope.ToContext();
        var (drafts, entities) = await Lives(cancellation);
        if (entities.FirstOrDefault(stored => stored.Context.CommandId == context.CommandId) is { } stored)
        {
            return drafts.Any(one => one.Version == draftVersion + 1 && one.Context.CommandId == context.CommandId)
                ? new Reply<MasterView>(MasterDataGrain.ToView(stored), null, IsReplay: true)
                : Refusals.IdReused.ToReply<MasterView>();
        }
        if (Waiting(drafts) is not { } draft)
            return Reply<MasterView>.No("record-unknown", LegalEntityDraftRecord.NothingWaits);
        if (drafts[^1].Version != draftVersion)
            return Reply<MasterView>.No("stale-version", $"The draft is at version {drafts[^1].Version} now.");
        if (EntityDrafts.Release(draft.MakerId, context.Actor.Id, draft.Replaces, entities[^1].Version) is { } refusal)
            return refusal.ToReply<MasterView>();
        var content = new MasterContent(LegalEntity: draft.Entity);
        var entity = new MasterRecord(
            MasterKind.LegalEntity, Id, Id, draft.Replaces + 1, drafts[^1].ValidFrom, MasterJson.Write(content),
            context);
        var closed = Step(
            drafts, draft with { State = LegalEntityDraftRecord.Released }, (drafts[^1].ValidFrom.ToWire(), context));
        return await Append([entity, closed], cancellation)
            ? new Reply<MasterView>(MasterDataGrain.ToView(entity))
            : EntityDrafts.DraftVoid.ToReply<MasterView>();
    }

    public Task<Reply<LegalEntityDraftView>> Reject(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation) =>
        envelope.Reason is null
            ? Task.FromResult(Refusals.ReasonMissing.ToReply<LegalEntityDraftView>())
            : Close(envelope.ToContext(), draftVersion, (LegalEntityDraftRecord.Rejected, EntityDrafts.Reject),
                cancellation);

    public Task<Reply<LegalEntityDraftView>> Withdraw(
        CommandEnvelope envelope, long draftVersion, CancellationToken cancellation) => Close(
        envelope.ToContext(), draftVersion, (LegalEntityDraftRecord.Withdrawn, EntityDrafts.Withdraw), cancellation);

    public async Task<LegalEntityDraftView?> View(CancellationToken cancellation)
    {
        var (drafts, entities) = await Lives(cancellation);
        return drafts.IsEmpty ? null : ToView(drafts[^1], entities);
    }

    public async Task<ImmutableArray<LegalEntityDraftView>> History(CancellationToken cancellation)
    {
        var (drafts, entities) = await Lives(cancellation);
        return [.. drafts.Select(draft => ToView(draft, entities))];
    }

    private async Task<Reply<LegalEntityDraftView>> Close(
        CommandContext context, long draftVersion, (string State, Func<string, string, Refusal?> Decide) way,
        CancellationToken cancellation)
    {
        var (drafts, entities) = await Lives(cancellation);
        if (drafts.FirstOrDefault(made => made.Context.CommandId == context.CommandId) is { } made)
        {
            return made.Version == draftVersion + 1 && Read(made).State == way.State
                ? new Reply<LegalEntityDraftView>(ToView(made, entities), null, IsReplay: true)
                : Refusals.IdReused.ToReply<LegalEntityDraftView>();
        }
        if (Waiting(drafts) is not { } draft)
            return Nothing();
        if (drafts[^1].Version != draftVersion)
            return Stale(drafts[^1].Version);
        if (way.Decide(draft.MakerId, context.Actor.Id) is { } refusal)
            return refusal.ToReply<LegalEntityDraftView>();
        var record = Step(drafts, draft with { State = way.State }, (drafts[^1].ValidFrom.ToWire(), context));
        return await Append([record], cancellation)
            ? new Reply<LegalEntityDraftView>(ToView(record, entities))
            : Stale(record.Version);
    }

    private static Reply<LegalEntityDraftView> Again(
        MasterRecord made, MasterPut command, ImmutableArray<MasterRecord> entities)
    {
        var draft = Read(made);
        var isSame = draft.State == LegalEntityDraftRecord.Waiting && draft.Replaces == command.ExpectedVersion
            && made.ValidFrom == command.ValidFrom.ToDomain()
            && BytesOf(draft.Entity).AsSpan().SequenceEqual(MasterJson.Write(command.Content));
        return isSame
            ? new Reply<LegalEntityDraftView>(ToView(made, entities), null, IsReplay: true)
            : Refusals.IdReused.ToReply<LegalEntityDraftView>();
    }

    private async Task<(ImmutableArray<MasterRecord> Drafts, ImmutableArray<MasterRecord> Entities)> Lives(
        CancellationToken cancellation) => (
        await store.History(MasterKind.LegalEntityDraft, Id, cancellation),
        await store.History(MasterKind.LegalEntity, Id, cancellation));

    private static LegalEntityDraftRecord? Waiting(ImmutableArray<MasterRecord> drafts) =>
        !drafts.IsEmpty && Read(drafts[^1]) is { State: LegalEntityDraftRecord.Waiting } draft ? draft : null;

    private MasterRecord Step(
        ImmutableArray<MasterRecord> drafts, LegalEntityDraftRecord draft,
        (DateOnly ValidFrom, CommandContext By) step) =>
        new(MasterKind.LegalEntityDraft, Id, Id, drafts.Length + 1, step.ValidFrom.ToDomain(),
            JsonSerializer.SerializeToUtf8Bytes(draft, MasterJsonContext.Default.LegalEntityDraftRecord), step.By);

    // False when somebody else was faster with one of them; then none is stored.
    private async Task<bool> Append(MasterRecord[] records, CancellationToken cancellation)
    {
        try
        {
            await store.Append([.. records.Select(record => new MasterChange(record, []))], cancellation);
            return true;
        }
        catch (StaleRecordException)
        {
            return false;
        }
    }

    private static LegalEntityDraftRecord Read(MasterRecord record) =>
        JsonSerializer.Deserialize(record.Body.Span, MasterJsonContext.Default.LegalEntityDraftRecord)!;

    private static byte[] BytesOf(LegalEntityRecord entity) => MasterJson.Write(new MasterContent(LegalEntity: entity));

    private static LegalEntityDraftView ToView(MasterRecord record, ImmutableArray<MasterRecord> entities)
    {
        var draft = Read(record);
        var before = entities.First(entity => entity.Version == draft.Replaces);
        var isWaiting = draft.State == LegalEntityDraftRecord.Waiting;
        return new LegalEntityDraftView(
            record.Id, record.Version, draft.State, draft.Replaces,
            isWaiting && entities[^1].Version != draft.Replaces, draft.Entity,
            LegalEntityComparison.Between(
                MasterJson.Read(before.Kind, before.Body.Span).LegalEntity!, draft.Entity),
            record.ValidFrom.ToWire(), draft.MakerId, record.Context.At.ToDateTimeOffset(), record.Context.Actor.Id,
            record.Context.Reason);
    }

    private static Reply<LegalEntityDraftView> Nothing() =>
        Reply<LegalEntityDraftView>.No("record-unknown", LegalEntityDraftRecord.NothingWaits);

    private static Reply<LegalEntityDraftView> Stale(long version) => Reply<LegalEntityDraftView>.No(
        "stale-version", $"It is at version {version} now.");
}
