using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Usage that answers with receipts; nothing was ever used.</summary>
internal sealed class FakeUsage(string key) : IAccountUsageGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<UsageReceipt>> RateUsage(
        CommandEnvelope envelope, RateUsage command, CancellationToken cancellation) => Rated(command.Records.Length);

    public Task<Reply<UsageReceipt>> RecycleUsage(CommandEnvelope envelope, CancellationToken cancellation) => Rated(0);

    public Task<Reply<UsageReceipt>> RecycleRecord(
        CommandEnvelope envelope, string name, CancellationToken cancellation) => Rated(1);

    public Task<Reply<Receipt>> SetSpendingCap(
        CommandEnvelope envelope, SetSpendingCap command, CancellationToken cancellation) => Answer("");

    public Task<Reply<Receipt>> RemoveSpendingCap(
        CommandEnvelope envelope, RemoveSpendingCap command, CancellationToken cancellation) => Answer("");

    public Task<Reply<Receipt>> ReserveUsage(
        CommandEnvelope envelope, ReserveUsage command, CancellationToken cancellation) =>
        Answer(command.ReservationId);

    public Task<Reply<UsageReceipt>> CommitReservation(
        CommandEnvelope envelope, CommitReservation command, CancellationToken cancellation) =>
        Rated(command.Records.Length);

    public Task<Reply<Receipt>> ReleaseReservation(
        CommandEnvelope envelope, ReleaseReservation command, CancellationToken cancellation) =>
        Answer(command.ReservationId);

    public Task<UsageView?> ViewUsage(CancellationToken cancellation) => Task.FromResult<UsageView?>(new UsageView(
        _id.EntityId, _id.AccountId, "AUD", 0m, [], [], [], 7, DateTimeOffset.UnixEpoch));

    public Task<RatedUsagePage?> RatedUsage(long afterVersion, CancellationToken cancellation) =>
        Task.FromResult<RatedUsagePage?>(new RatedUsagePage([], 0));

    private Task<Reply<Receipt>> Answer(string reference) =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8, reference)));

    private Task<Reply<UsageReceipt>> Rated(int count) => Task.FromResult(new Reply<UsageReceipt>(
        new UsageReceipt(_id.EntityId, _id.AccountId, 8, count, 0, [], [])));
}
