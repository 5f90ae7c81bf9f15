using System.Collections.Immutable;
using BillingActors.Domain.Collectives;
using BillingActors.Storage.Collectives;
using NodaTime;

namespace BillingActors.Storage.Postgres.Collectives;

/// <summary>Bills of children on PostgreSQL.</summary>
internal sealed class PostgresCollectiveStore(PostgresDatabase database) : ICollectiveStore
{
    public Task<ImmutableArray<WaitingBill>> Waiting(
        string parentKey, LocalDate issuedThrough, int countMax, CancellationToken cancellation) =>
        database.Command(CollectiveRows.SelectWaiting, parentKey, issuedThrough.ToDateOnly(), countMax)
            .Query(CollectiveRows.WaitingOf, cancellation);

    public Task<ImmutableArray<ChildBill>> Lines(
        string parentKey, string billId, (string AccountId, long Version) after, int countMax,
        CancellationToken cancellation) => database.Command(
            CollectiveRows.SelectLines,
            parentKey,
            billId,
            CollectiveRows.KeyBeside(parentKey, after.AccountId),
            after.Version,
            countMax).Query(CollectiveRows.LineOf, cancellation);

    public Task<ImmutableArray<string>> Children(
        string parentKey, string afterAccountId, int countMax, CancellationToken cancellation) =>
        database.Command(
            CollectiveRows.SelectChildren,
            parentKey,
            CollectiveRows.KeyBeside(parentKey, afterAccountId),
            countMax).Query(CollectiveRows.IdOf, cancellation);
}
