using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Charging;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Grains.Accounts;

/// <summary>Usage of the account that is rated when it comes.</summary>
internal sealed partial class AccountGrain : IAccountUsageGrain
{
    private const int RatedBatchCountMax = 100;

    private UsageReading Usage => ServiceProvider.GetRequiredService<UsageReading>();

    private IUsageStore UsageStore => ServiceProvider.GetRequiredService<IUsageStore>();

    public Task<Reply<UsageReceipt>> RateUsage(
        CommandEnvelope envelope, RateUsage command, CancellationToken cancellation)
    {
        var batch = command.ToDomain();
        return Rate(
            envelope,
            RequestHash.Of("rate-usage", command),
            batch,
            (account, given, _) => UsageRating.Decide(account, batch, given),
            cancellation);
    }

    public async Task<Reply<UsageReceipt>> RecycleUsage(CommandEnvelope envelope, CancellationToken cancellation) =>
        await Recycle(
            envelope,
            RequestHash.Of("recycle-usage", ""),
            await UsageStore.SetAside(Key, "", UsageRating.RecordCountMax, cancellation),
            cancellation);

    public async Task<Reply<UsageReceipt>> RecycleRecord(
        CommandEnvelope envelope, string name, CancellationToken cancellation) => await Recycle(
            envelope,
            RequestHash.Of("recycle-record", name),
            await UsageStore.SetAsideAs(Key, name, cancellation),
            cancellation);

    public Task<Reply<Receipt>> SetSpendingCap(
        CommandEnvelope envelope, SetSpendingCap command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("set-spending-cap", command),
            command.ContractId,
            (account, _) => command.ToDomain() is { } cap
                ? SpendingCapSetting.Decide(account, cap)
                : UsageRefusals.PolicyUnknown,
            cancellation);

    public Task<Reply<Receipt>> RemoveSpendingCap(
        CommandEnvelope envelope, RemoveSpendingCap command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("remove-spending-cap", command),
            command.ContractId,
            (account, _) => SpendingCapSetting.Remove(account, command.ContractId ?? ""),
            cancellation);

    public Task<Reply<Receipt>> ReserveUsage(
        CommandEnvelope envelope, Interfaces.Charging.ReserveUsage command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("reserve-usage", command),
            command.ReservationId,
            (account, context) => UsageReserving.Decide(account, command.ToDomain(), context),
            cancellation);

    public Task<Reply<UsageReceipt>> CommitReservation(
        CommandEnvelope envelope, Interfaces.Charging.CommitReservation command, CancellationToken cancellation)
    {
        var wanted = command.ToDomain();
        return Rate(
            envelope,
            RequestHash.Of("commit-reservation", command),
            new UsageBatch(wanted.Records),
            (account, given, context) => ReservationCommitting.Decide(account, wanted, given, context),
            cancellation);
    }

    public Task<Reply<Receipt>> ReleaseReservation(
        CommandEnvelope envelope, ReleaseReservation command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("release-reservation", command),
            command.ReservationId,
            (account, _) => UsageReserving.Release(account, command.ReservationId),
            cancellation);

    public async Task<UsageView?> ViewUsage(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToUsage(clock.GetUtcNow());
    }

    public async Task<RatedUsagePage?> RatedUsage(long afterVersion, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0
            ? null
            : (await UsageStore.Rated(Key, afterVersion, RatedBatchCountMax, cancellation)).ToPage(RatedBatchCountMax);
    }

    private async Task<Reply<UsageReceipt>> Recycle(
        CommandEnvelope envelope,
        string requestHash,
        ImmutableArray<UsageRecord> waiting,
        CancellationToken cancellation)
    {
        if (waiting.IsEmpty)
            return new Reply<UsageReceipt>(ReceiptOf(_account.Version, 0, [], []));
        var batch = new UsageBatch(waiting);
        var names = waiting.Select(static record => $"{record.Source}/{record.Id}").ToHashSet(StringComparer.Ordinal);
        var reply = await Rate(
            envelope,
            requestHash,
            batch,
            (account, given, _) => UsageRating.Decide(account, batch, given),
            cancellation,
            names);
        if (reply.Value is not { } receipt)
            return reply;
        // What was rated is settled with it; what turned out to be rated long ago is settled here.
        names.ExceptWith(receipt.SetAside.Select(static one => $"{one.Source}/{one.Id}"));
        if (receipt.DuplicateCount > 0 && names.Count > 0)
            await UsageStore.Settle(Key, [.. names], envelope.ActorId, cancellation);
        return reply;
    }

    private async Task<Reply<UsageReceipt>> Rate(
        CommandEnvelope envelope,
        string requestHash,
        UsageBatch batch,
        Func<Account, UsageContext, CommandContext, UsageOutcome> decide,
        CancellationToken cancellation,
        IReadOnlySet<string>? recycled = null)
    {
        UsageOutcome? outcome = null;
        var reply = await Run(
            envelope,
            requestHash,
            async (before, context, stop) =>
            {
                outcome = await Usage.Decide(
                    before, batch, recycled is not null, given => decide(before.State, given, context), stop);
                return new AccountTurn(outcome.Decision, null)
                {
                    Usage = outcome.Decision.Events.IsEmpty ? null : await Sealed(before, outcome, recycled, stop),
                };
            },
            cancellation);
        if (reply.Value is not { } receipt)
            return new Reply<UsageReceipt>(null, reply.Problem);
        return reply.IsReplay || outcome is null
            ? new Reply<UsageReceipt>(ReceiptOf(
                receipt.Version,
                0,
                [.. batch.Records.Select(static record => $"{record.Source}/{record.Id}")],
                []), null, reply.IsReplay)
            : new Reply<UsageReceipt>(ReceiptOf(
                receipt.Version,
                outcome.RatedCount,
                outcome.Duplicates,
                [.. outcome.Troubles.Select(static one => one.Trouble.ToView())]));
    }

    private async Task<UsageRows> Sealed(
        LoadedAccount before, UsageOutcome outcome, IReadOnlySet<string>? recycled, CancellationToken cancellation)
    {
        var rows = await ServiceProvider.GetRequiredService<UsageEnvelopes>()
            .Seal(before.Key, before.Version, outcome, cancellation);
        return recycled is null
            ? rows
            : rows with
            {
                Settled =
                [
                    .. outcome.Parts.SelectMany(static part => part.Records)
                        .Select(static record => $"{record.Source}/{record.Id}")
                        .Where(recycled.Contains),
                ],
            };
    }

    private UsageReceipt ReceiptOf(
        long version, int ratedCount, ImmutableArray<string> duplicates, ImmutableArray<UsageTroubleView> setAside)
    {
        var (entityId, accountId) = AccountKey.Split(Key);
        return new UsageReceipt(
            entityId, accountId, version, ratedCount, duplicates.Length, setAside, duplicates);
    }
}
