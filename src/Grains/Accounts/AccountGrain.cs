using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.MasterData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// One account: map, decide, store, answer. The store's fence decides who was first; this grain only remembers.
/// </summary>
internal sealed partial class AccountGrain(
    IAccountStore store,
    ICollectiveStore collectives,
    MasterCatalogue catalogue,
    ActiveAccounts active,
    FinalBilling finals,
    CollectionReviews reviews,
    DeskTraffic desk,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    ILogger<AccountGrain> logger) : Grain, IAccountGrain
{
    private const int AttemptCountMax = 4;
    private const int HistoryCountMax = 200;

    private LoadedAccount _account = null!;
    private long _movedTo;
    private int _doubts;
    private int _settledDoubts;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        active.Add(Key, this);
        _account = await store.Load(Key, cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        active.Remove(Key, this);
        return Task.CompletedTask;
    }

    public async Task<Reply<Receipt>> Open(
        CommandEnvelope envelope, OpenAccount command, CancellationToken cancellation)
    {
        var (entityId, _) = AccountKey.Split(Key);
        if (await MissingFor(entityId, command, cancellation) is { } missing)
            return missing.ToReply<Receipt>();
        var wanted = command.ToEvent(entityId);
        return await Run(
            envelope,
            RequestHash.Of("open", command),
            null,
            (account, _) => AccountOpening.Decide(account, wanted),
            cancellation);
    }

    public async Task<Reply<Receipt>> ChangeProfile(
        CommandEnvelope envelope, ChangeProfile command, CancellationToken cancellation) =>
        await catalogue.Exists(MasterKind.BillCycle, command.CycleId, cancellation)
            ? await Run(
                envelope,
                RequestHash.Of("change-profile", command),
                null,
                (account, _) => IfAt(
                    command.ExpectedVersion, ProfileChange.Decide(account, command.CycleId, command.TermsDays)),
                cancellation)
            : Unknown("cycle", command.CycleId).ToReply<Receipt>();

    public async Task<Reply<Receipt>> StartContract(
        CommandEnvelope envelope, StartContract command, CancellationToken cancellation)
    {
        if (!await catalogue.Exists(MasterKind.ServicePoint, command.ServicePointId, cancellation))
            return Unknown("service-point", command.ServicePointId).ToReply<Receipt>();
        if (!await catalogue.Exists(MasterKind.Tariff, command.TariffId, cancellation))
            return Unknown("tariff", command.TariffId).ToReply<Receipt>();
        return await Run(
            envelope,
            RequestHash.Of("start-contract", command),
            command.ContractId,
            (account, _) => ContractStart.Decide(account, command.ToEvent()),
            cancellation);
    }

    public async Task<Reply<Receipt>> ChangeTariff(
        CommandEnvelope envelope, ChangeTariff command, CancellationToken cancellation) =>
        await catalogue.Exists(MasterKind.Tariff, command.TariffId, cancellation)
            ? await Run(
                envelope,
                RequestHash.Of("change-tariff", command),
                command.ContractId,
                (account, _) =>
                    TariffChange.Decide(account, command.ContractId, command.TariffId, command.From.ToDomain()),
                cancellation)
            : Unknown("tariff", command.TariffId).ToReply<Receipt>();

    public Task<Reply<Receipt>> EndContract(
        CommandEnvelope envelope, EndContract command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("end-contract", command),
            command.ContractId,
            (account, _) => ContractEnd.Decide(account, command.ContractId, command.Until.ToDomain()),
            cancellation);

    public Task<Reply<Receipt>> AddCharge(
        CommandEnvelope envelope, AddCharge command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("add-charge", command),
            command.ChargeId,
            (account, context) => ChargeEntry.Decide(account, command.ToEvent(), context),
            cancellation);

    public Task<Reply<Receipt>> RemoveCharge(
        CommandEnvelope envelope, RemoveCharge command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("remove-charge", command),
            command.ChargeId,
            (account, context) => ChargeRemoval.Decide(account, command.ChargeId, context),
            cancellation);

    public Task<Reply<Receipt>> Close(
        CommandEnvelope envelope, CloseAccount command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("close", command),
            null,
            (account, _) => AccountClosing.Decide(account, command.On.ToDomain()),
            cancellation);

    public async Task<AccountView?> View(CancellationToken cancellation)
    {
        desk.Count();
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToView(clock.GetUtcNow());
    }

    public async Task<BalanceView?> Balance(CancellationToken cancellation)
    {
        desk.Count();
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToBalance(clock.GetUtcNow());
    }

    public async Task<ImmutableArray<AccountHistoryEntry>> History(long beforeVersion, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var before = beforeVersion <= 0 ? _account.Version + 1 : Math.Min(beforeVersion, _account.Version + 1);
        var entries = ImmutableArray.CreateBuilder<AccountHistoryEntry>();
        await foreach (var stored in store.ReadEvents(Key, Math.Max(0, before - 1 - HistoryCountMax), cancellation))
        {
            if (stored.Envelope.Version >= before)
                break;
            entries.Add(stored.ToEntry());
        }
        entries.Reverse();
        return entries.ToImmutable();
    }

    /// <summary>
    /// A bill run stored a newer version; the next look reads it. Called from outside the grain's turn.
    /// </summary>
    internal void Moved(long version)
    {
        for (var known = Volatile.Read(ref _movedTo); known < version; known = Volatile.Read(ref _movedTo))
            Interlocked.CompareExchange(ref _movedTo, version, known);
    }

    /// <summary>Somebody who may have stored a newer version is gone; the next look reads the truth.</summary>
    internal void Doubt() => Interlocked.Increment(ref _doubts);

    private async Task<Refusal?> MissingFor(string entityId, OpenAccount command, CancellationToken cancellation)
    {
        if (!await catalogue.Exists(MasterKind.LegalEntity, entityId, cancellation))
            return Unknown("entity", entityId);
        if (!await catalogue.Exists(MasterKind.Customer, command.CustomerId, cancellation))
            return Unknown("customer", command.CustomerId);
        return await catalogue.Cycle(command.CycleId, cancellation) is { } cycle && cycle.EntityId == entityId
            ? null
            : Unknown("cycle", command.CycleId);
    }

    private static Refusal Unknown(string what, string id) => new($"{what}-unknown", $"There is no {what} '{id}'.");
}
