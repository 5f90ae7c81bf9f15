using System.Collections.Immutable;
using BillingActors.Domain.Collectives;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Sqlite.Collectives;

/// <summary>Bills of children on SQLite.</summary>
internal sealed class SqliteCollectiveStore(SqliteDatabase database) : ICollectiveStore
{
    public Task<ImmutableArray<WaitingBill>> Waiting(
        string parentKey, LocalDate issuedThrough, int countMax, CancellationToken cancellation) =>
        database.All(
            CollectiveRows.SelectWaiting,
            CollectiveRows.WaitingOf,
            cancellation,
            parentKey,
            IsoDay.Format(issuedThrough),
            countMax);

    public Task<ImmutableArray<ChildBill>> Lines(
        string parentKey, string billId, (string AccountId, long Version) after, int countMax,
        CancellationToken cancellation) => database.All(
            CollectiveRows.SelectLines,
            CollectiveRows.LineOf,
            cancellation,
            parentKey,
            billId,
            CollectiveRows.KeyBeside(parentKey, after.AccountId),
            after.Version,
            countMax);

    public Task<ImmutableArray<string>> Children(
        string parentKey, string afterAccountId, int countMax, CancellationToken cancellation) => database.All(
            CollectiveRows.SelectChildren,
            CollectiveRows.IdOf,
            cancellation,
            parentKey,
            CollectiveRows.KeyBeside(parentKey, afterAccountId),
            countMax);
}
