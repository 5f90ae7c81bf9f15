using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>
/// One master record: validates, compares, stores a new version, answers. It keeps nothing in memory.
/// </summary>
internal sealed class MasterDataGrain(IMasterDataStore store) : Grain, IMasterDataGrain
{
    private MasterKind Kind => MasterKinds.Of(Key.Kind);

    private (string Kind, string Id) Key
    {
        get
        {
            var key = this.GetPrimaryKeyString();
            var at = key.IndexOf('/', StringComparison.Ordinal);
            return (key[..at], key[(at + 1)..]);
        }
    }

    public Task<Reply<MasterView>> Put(
        CommandEnvelope envelope, MasterPut command, CancellationToken cancellation) => Kind == MasterKind.Tariff
        ? Task.FromResult(TariffPublishing.DraftNeeded.ToReply<MasterView>())
        : Store(envelope.ToContext(), command, cancellation);

    public async Task<Reply<MasterView>> Publish(
        CommandEnvelope envelope, PublishTariff command, CancellationToken cancellation)
    {
        var context = envelope.ToContext();
        if (Kind != MasterKind.Tariff)
            return Reply<MasterView>.No("record-invalid", "Only tariffs are published.");
        if (context.Reason is null)
            return Refusals.ReasonMissing.ToReply<MasterView>();
        var (drafts, published) = await Lives(cancellation);
        if (drafts.FirstOrDefault(draft => draft.Version == command.DraftVersion) is not { } meant)
            return drafts.IsEmpty ? NoDraft() : Stale(drafts[^1]);
        if (published.FirstOrDefault(made => made.Context.CommandId == context.CommandId) is { } made)
        {
            return made.Body.Span.SequenceEqual(meant.Body.Span)
                ? new Reply<MasterView>(ToView(made), null, IsReplay: true)
                : Refusals.IdReused.ToReply<MasterView>();
        }
        if (meant != drafts[^1])
            return Stale(drafts[^1]);
        if (TariffPublishing.Decide(AuthorsOf(drafts, published), context.Actor.Id) is { } refusal)
            return refusal.ToReply<MasterView>();
        var put = new MasterPut(ToView(meant).Content, meant.ValidFrom.ToWire(), published.LastOrDefault()?.Version);
        return await Store(context, put, cancellation);
    }

    public async Task<ImmutableArray<string>> Authors(CancellationToken cancellation)
    {
        var (drafts, published) = await Lives(cancellation);
        return [.. AuthorsOf(drafts, published).Distinct(StringComparer.Ordinal)];
    }

    private async Task<(ImmutableArray<MasterRecord> Drafts, ImmutableArray<MasterRecord> Published)> Lives(
        CancellationToken cancellation) => (
        await store.History(MasterKind.TariffDraft, Key.Id, cancellation),
        await store.History(MasterKind.Tariff, Key.Id, cancellation));

    // What came after the draft that is published was written since; before the first publication, all of it.
    private static IEnumerable<string> AuthorsOf(
        ImmutableArray<MasterRecord> drafts, ImmutableArray<MasterRecord> published)
    {
        var newest = published.LastOrDefault();
        var known = newest is null
            ? -1
            : drafts.ToList().FindLastIndex(draft => draft.Body.Span.SequenceEqual(newest.Body.Span));
        return drafts.Skip(known + 1).Select(draft => draft.Context.Actor.Id);
    }

    private async Task<Reply<MasterView>> Store(
        CommandContext context, MasterPut command, CancellationToken cancellation)
    {
        if (MasterChecks.Find(Kind, Key.Id, command.Content) is { } problem)
            return problem.ToReply<MasterView>();
        if (command.Content.TaxProfile is { } profile && !await IsCustomer(profile, cancellation))
            return Reply<MasterView>.No("customer-unknown", "The legal entity has no such customer.");
        var newest = await store.Newest(Kind, Key.Id, cancellation);
        if (newest is not null && IsSame(newest, command))
            return new Reply<MasterView>(ToView(newest), null, newest.Context.CommandId == context.CommandId);
        if (newest?.Version != command.ExpectedVersion)
            return await Replay(context.CommandId, command, cancellation) ?? Stale(newest);
        if (newest is not null && Kind == MasterKind.LegalEntity && ChangesWhoApproves(newest, command))
            return EntityDrafts.DraftNeeded.ToReply<MasterView>();
        var record = new MasterRecord(
            Kind,
            Key.Id,
            MasterKinds.EntityOf(command.Content),
            (newest?.Version ?? 0) + 1,
            command.ValidFrom.ToDomain(),
            MasterJson.Write(command.Content),
            context);
        try
        {
            await store.Append([new MasterChange(record, MasterKinds.TermsOf(command.Content))], cancellation);
        }
        catch (StaleRecordException)
        {
            return Stale(await store.Newest(Kind, Key.Id, cancellation));
        }
        return new Reply<MasterView>(ToView(record));
    }

    public Task<ImmutableArray<TariffProblemView>> Check(TariffDocument tariff, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<TariffProblemView>>(
        [
            .. MasterChecks.ProblemsOf(Key.Id, tariff)
                .Select(problem => new TariffProblemView(problem.Path, problem.Rule, problem.Detail)),
        ]);

    public async Task<MasterView?> View(CancellationToken cancellation) =>
        await store.Newest(Kind, Key.Id, cancellation) is { } newest ? ToView(newest) : null;

    public async Task<ImmutableArray<MasterView>> History(CancellationToken cancellation) =>
        [.. (await store.History(Kind, Key.Id, cancellation)).Select(ToView)];

    // The tax status lies encrypted with the key of the customer, who must be there before, and of the same entity.
    private async Task<bool> IsCustomer(TaxProfileRecord profile, CancellationToken cancellation) =>
        (await store.Newest(MasterKind.Customer, profile.Id, cancellation))?.EntityId == profile.EntityId;

    // The command may have had its effect before somebody else changed the record.
    private async Task<Reply<MasterView>?> Replay(
        string commandId, MasterPut command, CancellationToken cancellation)
    {
        var history = await store.History(Kind, Key.Id, cancellation);
        if (history.FirstOrDefault(version => version.Context.CommandId == commandId) is not { } made)
            return null;
        return IsSame(made, command)
            ? new Reply<MasterView>(ToView(made), null, IsReplay: true)
            : Refusals.IdReused.ToReply<MasterView>();
    }

    private static bool ChangesWhoApproves(MasterRecord newest, MasterPut command) =>
        LegalEntityComparison.DecideDifferently(
            MasterJson.Read(newest.Kind, newest.Body.Span).LegalEntity!, command.Content.LegalEntity!);

    private static bool IsSame(MasterRecord record, MasterPut command) =>
        record.ValidFrom == command.ValidFrom.ToDomain()
        && record.Body.Span.SequenceEqual(MasterJson.Write(command.Content));

    private static Reply<MasterView> NoDraft() =>
        Reply<MasterView>.No("record-unknown", "There is no draft of this tariff.");

    private static Reply<MasterView> Stale(MasterRecord? newest) => Reply<MasterView>.No(
        "stale-version",
        newest is null ? "There is no such record yet." : $"The record is at version {newest.Version} now.");

    /// <summary>A stored version as others see it.</summary>
    internal static MasterView ToView(MasterRecord record) => new(
        MasterJson.Read(record.Kind, record.Body.Span),
        record.Version,
        record.ValidFrom.ToWire(),
        record.Context.At.ToDateTimeOffset(),
        record.Context.Actor.Kind.ToWire(),
        record.Context.Actor.Id,
        record.Context.Reason);
}
