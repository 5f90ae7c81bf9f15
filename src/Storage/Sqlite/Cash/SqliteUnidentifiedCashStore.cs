using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Sqlite.Reports;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Cash;

/// <summary>Unidentified cash on SQLite.</summary>
internal sealed class SqliteUnidentifiedCashStore(SqliteDatabase database, CashEnvelopes envelopes)
    : IUnidentifiedCashStore
{
    private const string Columns = """
        entity_id, cash_id, source, method, currency, amount_minor, value_on, booked_on, payload, state, account_id
        """;

    private const string Insert = """
        insert into unidentified_cash(entity_id, cash_id, source, method, currency, amount_minor, value_on, booked_on,
            payload)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict do nothing
        """;

    private const string InsertWork = """
        insert into worklist(kind, code, detail, entity_id, field)
        values ('unidentified-cash', 'account-unknown', $3, $1, $2)
        """;

    private const string Select = $"select {Columns} from unidentified_cash where entity_id = $1 and cash_id = $2";

    private const string SelectKnown = """
        select c.cash_id from json_each($2) k cross join unidentified_cash c
            on c.entity_id = $1 and c.cash_id = k.value
        """;

    private const string SelectHolders = """
        select r.receipt_id, r.source, substr(r.account_key, length($1) + 2)
        from json_each($2) k cross join receipt r on r.receipt_id = k.value
        where r.state = 'booked' and substr(r.account_key, 1, length($1) + 1) = $1 || '/'
        """;

    private const string AllWaiting = $"""
        select {Columns} from unidentified_cash
        where state <> 'moved' and ($1 = '[]' or entity_id in (select value from json_each($1)))
        """;

    private const string SelectWaiting =
        AllWaiting + " and (entity_id, cash_id) > ($2, $3) order by entity_id, cash_id limit $4";

    private const string SelectLastWaiting = AllWaiting + " order by entity_id desc, cash_id desc limit $2";

    private const string SetClaimed = """
        update unidentified_cash set state = 'moving', account_id = $3
        where entity_id = $1 and cash_id = $2 and (state = 'open' or (state = 'moving' and account_id = $3))
        """;

    private const string SetOpen = """
        update unidentified_cash set state = 'open', account_id = null
        where entity_id = $1 and cash_id = $2 and state = 'moving'
        """;

    private const string SetMoved = """
        update unidentified_cash set state = 'moved' where entity_id = $1 and cash_id = $2 and state = 'moving'
        """;

    private const string EndWork = $"""
        update worklist set state = 'fixed', resolved_by = $3, resolved_at = {Microseconds.Now}, resolution = 'moved'
        where kind = 'unidentified-cash' and state = 'open' and entity_id = $1 and field = $2
        """;

    public async Task<ImmutableArray<AddedCash>> Add(
        ImmutableArray<UnidentifiedCash> cash, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<CashRow>(cash.Length);
        foreach (var one in cash)
            rows.Add(await envelopes.Seal(one, cancellation));
        return await database.Write(
            transaction => rows.Select(row => Add(transaction, row)).ToImmutableArray(), cancellation);
    }

    public async Task<ImmutableHashSet<string>> Known(
        string entityId, IReadOnlyCollection<string> cashIds, CancellationToken cancellation) =>
        (await database.All(
            SelectKnown, row => row.GetString(0), cancellation, entityId, SqliteQueries.JsonArray(cashIds)))
        .ToImmutableHashSet(StringComparer.Ordinal);

    public Task<ImmutableArray<HeldReceipt>> Holders(
        string entityId, IReadOnlyCollection<string> receiptIds, CancellationToken cancellation) =>
        database.All(
            SelectHolders,
            row => new HeldReceipt(row.GetString(0), row.GetString(1), row.GetString(2)),
            cancellation,
            entityId,
            SqliteQueries.JsonArray(receiptIds));

    public async Task<UnidentifiedCash?> Read(string entityId, string cashId, CancellationToken cancellation)
    {
        var rows = await database.All(Select, ReadRow, cancellation, entityId, cashId);
        return rows.IsEmpty ? null : await envelopes.Open(rows[0], cancellation);
    }

    public async Task<ImmutableArray<UnidentifiedCash>> Waiting(
        EntityScope scope, string afterKey, int countMax, CancellationToken cancellation)
    {
        var (entityId, cashId) = CashKey.Split(afterKey);
        var rows = await database.All(
            SelectWaiting, ReadRow, cancellation, SqliteQueries.JsonArray(scope.Entities), entityId, cashId, countMax);
        return await Open(rows, cancellation);
    }

    public async Task<ImmutableArray<UnidentifiedCash>> LastWaiting(
        EntityScope scope, int countMax, CancellationToken cancellation)
    {
        var rows = await database.All(
            SelectLastWaiting, ReadRow, cancellation, SqliteQueries.JsonArray(scope.Entities), countMax);
        return await Open([.. rows.Reverse()], cancellation);
    }

    public Task<bool> Claim(string entityId, string cashId, string accountId, CancellationToken cancellation) =>
        database.Write(
            transaction => transaction.Execute(SetClaimed, entityId, cashId, accountId) == 1, cancellation);

    public Task Release(string entityId, string cashId, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Execute(SetOpen, entityId, cashId), cancellation);

    public Task Complete(string entityId, string cashId, string actorId, CancellationToken cancellation) =>
        database.Write(
            transaction => transaction.Execute(SetMoved, entityId, cashId)
                + transaction.Execute(EndWork, entityId, cashId, actorId),
            cancellation);

    private async Task<ImmutableArray<UnidentifiedCash>> Open(
        ImmutableArray<CashRow> rows, CancellationToken cancellation)
    {
        var cash = ImmutableArray.CreateBuilder<UnidentifiedCash>(rows.Length);
        foreach (var row in rows)
            cash.Add(await envelopes.Open(row, cancellation));
        return cash.MoveToImmutable();
    }

    private static AddedCash Add(SqliteTransaction transaction, CashRow row)
    {
        var isHeld = transaction.Query(
            SelectHolders, held => held.GetString(1), row.EntityId, SqliteQueries.JsonArray([row.CashId]))
            .Contains(row.Source);
        var isNew = !isHeld && transaction.Execute(
            Insert,
            row.EntityId,
            row.CashId,
            row.Source,
            row.Method,
            row.Currency,
            row.AmountMinor,
            SqliteReportRows.Text(row.ValueOn),
            SqliteReportRows.Text(row.BookedOn),
            row.Payload) == 1;
        if (isNew)
        {
            transaction.Execute(InsertWork, row.EntityId, row.CashId, CashEnvelopes.Detail(row));
            return AddedCash.Added;
        }
        var known = transaction.Query(Select, ReadRow, row.EntityId, row.CashId);
        if (known.Count == 0)
            return AddedCash.Held;
        return known[0].IsSame(row) ? AddedCash.Known : AddedCash.Conflicting;
    }

    private static CashRow ReadRow(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5),
        Day(row, 6),
        Day(row, 7),
        row.GetFieldValue<byte[]>(8),
        row.GetString(9),
        row.TextOrNull(10));

    private static DateOnly Day(SqliteDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
