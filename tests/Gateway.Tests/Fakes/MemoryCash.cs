using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Unidentified cash in memory.</summary>
internal sealed class MemoryCash : IUnidentifiedCashStore
{
    public List<UnidentifiedCash> Rows { get; } = [];

    public Task<ImmutableArray<AddedCash>> Add(
        ImmutableArray<UnidentifiedCash> cash, CancellationToken cancellation)
    {
        Rows.AddRange(cash);
        return Task.FromResult<ImmutableArray<AddedCash>>([.. cash.Select(_ => AddedCash.Added)]);
    }

    public Task<ImmutableHashSet<string>> Known(
        string entityId, IReadOnlyCollection<string> cashIds, CancellationToken cancellation) =>
        Task.FromResult(Rows.Select(row => row.Payment.ReceiptId).Intersect(cashIds).ToImmutableHashSet());

    public Task<ImmutableArray<HeldReceipt>> Holders(
        string entityId, IReadOnlyCollection<string> receiptIds, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<HeldReceipt>>([]);

    public Task<UnidentifiedCash?> Read(string entityId, string cashId, CancellationToken cancellation) =>
        Task.FromResult(Rows.Find(row => row.EntityId == entityId && row.Payment.ReceiptId == cashId));

    public Task<ImmutableArray<UnidentifiedCash>> Waiting(
        EntityScope scope, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<UnidentifiedCash>>([.. Rows.Where(row => scope.Allows(row.EntityId))
            .Where(row => string.CompareOrdinal(CashKey.Of(row.EntityId, row.Payment.ReceiptId), afterKey) > 0)
            .Take(countMax)]);

    public async Task<ImmutableArray<UnidentifiedCash>> LastWaiting(
        EntityScope scope, int countMax, CancellationToken cancellation) =>
        [.. (await Waiting(scope, "", int.MaxValue, cancellation)).TakeLast(countMax)];

    public Task<bool> Claim(string entityId, string cashId, string accountId, CancellationToken cancellation) =>
        Task.FromResult(true);

    public Task Release(string entityId, string cashId, CancellationToken cancellation) => Task.CompletedTask;

    public Task Complete(string entityId, string cashId, string actorId, CancellationToken cancellation) =>
        Task.CompletedTask;
}
