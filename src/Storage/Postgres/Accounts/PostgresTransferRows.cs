using BillingActors.Storage.Accounts;
using BillingActors.Storage.DueWork;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>Due work of accounts that a flush has sent something from, until it has arrived or is back.</summary>
internal static class PostgresTransferRows
{
    private const string Upsert = """
        insert into due_work(kind, key, shard_key, due_at)
        select 'transfer', * from unnest($1::text[], $2::bigint[], $3::timestamptz[])
        on conflict (kind, key) do update set due_at = excluded.due_at
        """;

    private const string Delete = "delete from due_work where kind = 'transfer' and key = any($1::text[])";

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        var moved = winners.Where(winner => winner.IsTransferMoved).ToList();
        if (moved.Where(winner => winner.After.TransferWaitsSince is not null).ToList() is { Count: > 0 } waiting)
        {
            yield return Command(
                Upsert,
                Column(waiting, winner => winner.Key),
                Column(waiting, winner => ShardKey.Of(winner.Key)),
                Column(waiting, winner => DueTransfer.Of(winner.After)!.Value.ToDateTimeUtc()));
        }
        if (moved.Where(winner => winner.After.TransferWaitsSince is null).ToList() is { Count: > 0 } done)
            yield return Command(Delete, Column(done, winner => winner.Key));
    }
}
