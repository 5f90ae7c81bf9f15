using System.Collections.Immutable;
using BillingActors.Storage.DueWork;

namespace BillingActors.Storage.Postgres.DueWork;

/// <summary>Due work on PostgreSQL.</summary>
internal sealed class PostgresDueWorkStore(PostgresDatabase database) : IDueWorkStore
{
    private const string SelectDue = """
        select kind, key, due_at from due_work
        where shard_key % $2 = $1 and due_at <= $3
        order by due_at, kind, key limit $4
        """;

    public Task<ImmutableArray<DueItem>> Due(
        int shard, int shardCount, DateTimeOffset now, int countMax, CancellationToken cancellation) =>
        database.Command(SelectDue, (long)shard, (long)shardCount, now.ToUniversalTime(), countMax).Query(
            row => new DueItem(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2)), cancellation);
}
