using System.Collections.Immutable;
using BillingActors.Storage.DueWork;

namespace BillingActors.Storage.Sqlite.DueWork;

/// <summary>Due work on SQLite.</summary>
internal sealed class SqliteDueWorkStore(SqliteDatabase database) : IDueWorkStore
{
    internal const string SelectDue = """
        select kind, key, due_at from due_work
        where shard_key % $2 = $1 and due_at <= $3
        order by due_at, kind, key limit $4
        """;

    public Task<ImmutableArray<DueItem>> Due(
        int shard, int shardCount, DateTimeOffset now, int countMax, CancellationToken cancellation) =>
        database.Read<ImmutableArray<DueItem>>(
            connection =>
            [
                .. connection.Query(
                    SelectDue,
                    row => new DueItem(row.GetString(0), row.GetString(1), Microseconds.ToInstant(row.GetInt64(2))),
                    shard, shardCount, Microseconds.Of(now), countMax),
            ],
            cancellation);
}
