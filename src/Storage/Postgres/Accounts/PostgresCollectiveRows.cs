using BillingActors.Domain.Collectives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Collectives;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>Bills of children that a flush hands over or takes, and who pays for whom.</summary>
internal static class PostgresCollectiveRows
{
    private const string InsertLines = """
        insert into collective_line(account_key, version, parent_key, fee_id, fee_minor, charged_on)
        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::date[])
        """;

    private const string TakeLines = """
        update collective_line l set bill_id = t.bill_id
        from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as t(account_key, version, parent_key, bill_id)
        where l.account_key = t.account_key and l.version = t.version and l.parent_key = t.parent_key
            and l.bill_id is null
        """;

    private const string UpsertMembers = """
        insert into collective_member(account_key, parent_key) select * from unnest($1::text[], $2::text[])
        on conflict (account_key) do update set parent_key = excluded.parent_key
        """;

    private const string DeleteMembers = "delete from collective_member where account_key = any($1::text[])";

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        if (Handed(winners) is { Count: > 0 } handed)
        {
            yield return Command(
                InsertLines,
                Column(handed, line => line.Key),
                Column(handed, line => line.Version),
                Column(handed, line => CollectiveRows.KeyBeside(line.Key, line.To.ParentId)),
                Column(handed, line => line.To.FeeId),
                Column(handed, line => line.To.FeeMinor),
                Column(handed, line => line.To.ChargedOn?.ToDateOnly()));
        }
        if (Taken(winners) is { Count: > 0 } taken)
        {
            yield return Command(
                TakeLines,
                Column(taken, line => CollectiveRows.KeyBeside(line.Key, line.Line.AccountId)),
                Column(taken, line => line.Line.Version),
                Column(taken, line => line.Key),
                Column(taken, line => line.BillId));
        }
        var moved = winners.Where(winner => winner.IsParentMoved).ToList();
        if (moved.Where(winner => winner.After.ParentId is not null).ToList() is { Count: > 0 } joined)
        {
            yield return Command(
                UpsertMembers,
                Column(joined, winner => winner.Key),
                Column(joined, winner => CollectiveRows.KeyBeside(winner.Key, winner.After.ParentId!)));
        }
        if (moved.Where(winner => winner.After.ParentId is null).ToList() is { Count: > 0 } left)
            yield return Command(DeleteMembers, Column(left, winner => winner.Key));
    }

    private static List<(string Key, long Version, Handover To)> Handed(IReadOnlyList<PreparedCommit> winners) =>
        [.. winners.SelectMany(winner => winner.Handed.Select(one => (winner.Key, one.Version, one.To)))];

    private static List<(string Key, string BillId, ChildBill Line)> Taken(IReadOnlyList<PreparedCommit> winners) =>
    [
        .. winners.Where(winner => winner.Taken is not null).SelectMany(winner =>
            winner.Taken!.Lines.Select(line => (winner.Key, winner.Taken.BillId, line))),
    ];
}
