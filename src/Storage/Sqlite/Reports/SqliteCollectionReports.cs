using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Reports;
using Microsoft.Data.Sqlite;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Sqlite.Reports;

/// <summary>Lists of disputes and collection on SQLite.</summary>
internal sealed class SqliteCollectionReports(SqliteDatabase database) : ICollectionReports
{
    private const string SelectDisputes = """
        select d.account_key, d.dispute_id, d.item_id, d.line_number, a.currency, d.amount_minor, d.credit_minor,
            d.reason, d.root_cause, d.owner, d.stage, d.outcome, d.opened_on, d.due_on, d.decided_on, d.escalated_on
        from dispute d join account a on a.account_key = d.account_key
        where ($1 = '[]' or a.entity_id in (select value from json_each($1)))
            and ($2 is null or d.stage = $2 or ($2 = 'undecided' and d.outcome is null))
            and ($3 is null or d.owner = $3) and ($4 is null or d.reason = $4)
            and (d.account_key, d.dispute_id) > ($5, $6)
        order by d.account_key, d.dispute_id limit $7
        """;

    private const string SelectStatistics = """
        select d.reason, d.root_cause, d.outcome, a.currency, count(*), sum(d.amount_minor),
            sum(d.credit_minor), count(d.escalated_on)
        from dispute d join account a on a.account_key = d.account_key
        where ($1 = '[]' or a.entity_id in (select value from json_each($1))) and d.opened_on >= $2 and d.opened_on < $3
        group by d.reason, d.root_cause, d.outcome, a.currency
        order by d.reason, coalesce(d.root_cause, ''), coalesce(d.outcome, ''),
            a.currency
        """;

    private const string KnownCollections = """
        select c.account_key, a.currency, a.balance_minor, c.segment, c.jurisdiction, c.level, c.letter_on, c.blocks,
            c.promise_minor, c.promise_on, c.plan_id, c.plan_on, c.agency_id, c.supply
        from collection c join account a on a.account_key = c.account_key
        where ($1 = '[]' or a.entity_id in (select value from json_each($1))) and c.level >= $2
        """;

    private const string SelectCollections =
        KnownCollections + " and c.account_key > $3 order by c.account_key limit $4";

    private const string SelectLastCollections = KnownCollections + " order by c.account_key desc limit $3";

    private const string SelectOverdue = """
        select distinct i.account_key from open_item i join account a on a.account_key = i.account_key
        where ($1 = '[]' or a.entity_id in (select value from json_each($1))) and i.due_on < $2 and i.open_minor > 0
            and i.account_key > $3
        order by i.account_key limit $4
        """;

    public Task<ImmutableArray<DisputeRow>> Disputes(
        EntityScope scope,
        DisputeFilter filter,
        (string AccountKey, string DisputeId) after,
        int countMax,
        CancellationToken cancellation) => database.All(
            SelectDisputes,
            ReadDispute,
            cancellation,
            Entities(scope),
            filter.Stage,
            filter.Owner,
            filter.Reason,
            after.AccountKey,
            after.DisputeId,
            countMax);

    public Task<ImmutableArray<DisputeStatistic>> DisputeStatistics(
        EntityScope scope, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        database.All(
            SelectStatistics,
            row => new DisputeStatistic(
                row.GetString(0),
                row.TextOrNull(1),
                row.TextOrNull(2),
                row.GetString(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6),
                row.GetInt64(7)),
            cancellation,
            Entities(scope),
            SqliteReportRows.Text(from),
            SqliteReportRows.Text(until));

    public Task<ImmutableArray<CollectionRow>> Collections(
        EntityScope scope, int levelMin, string afterKey, int countMax, CancellationToken cancellation) =>
        database.All(SelectCollections, ReadCollection, cancellation, Entities(scope), levelMin, afterKey, countMax);

    public async Task<ImmutableArray<CollectionRow>> LastCollections(
        EntityScope scope, int levelMin, int countMax, CancellationToken cancellation)
    {
        var rows = await database.All(
            SelectLastCollections, ReadCollection, cancellation, Entities(scope), levelMin, countMax);
        return [.. rows.Reverse()];
    }

    public Task<ImmutableArray<string>> Overdue(
        EntityScope scope, DateOnly on, string afterKey, int countMax, CancellationToken cancellation) =>
        database.All(
            SelectOverdue,
            row => row.GetString(0),
            cancellation,
            Entities(scope),
            SqliteReportRows.Text(on),
            afterKey,
            countMax);

    private static DisputeRow ReadDispute(SqliteDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new DisputeRow(
            entityId,
            accountId,
            row.GetString(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : row.GetInt32(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetString(7),
            row.TextOrNull(8),
            row.GetString(9),
            row.GetString(10),
            row.TextOrNull(11),
            SqliteReportRows.Day(row, 12),
            SqliteReportRows.Day(row, 13),
            DayOrNull(row, 14),
            DayOrNull(row, 15));
    }

    private static CollectionRow ReadCollection(SqliteDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new CollectionRow(
            entityId,
            accountId,
            row.GetString(1),
            row.GetInt64(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt32(5),
            DayOrNull(row, 6),
            row.GetString(7),
            row.IsDBNull(8) ? null : row.GetInt64(8),
            DayOrNull(row, 9),
            row.TextOrNull(10),
            DayOrNull(row, 11),
            row.TextOrNull(12),
            row.GetString(13));
    }

    private static DateOnly? DayOrNull(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : SqliteReportRows.Day(row, column);

    private static string Entities(EntityScope scope) => SqliteQueries.JsonArray(scope.Entities);
}
