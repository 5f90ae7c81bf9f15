using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Postgres.Accounts;
using BillingActors.Storage.Reports;
using Npgsql;

namespace BillingActors.Storage.Postgres.Cash;

/// <summary>Unidentified cash on PostgreSQL.</summary>
internal sealed class PostgresUnidentifiedCashStore(PostgresDatabase database, CashEnvelopes envelopes)
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

    private const string SelectKnown =
        "select cash_id from unidentified_cash where entity_id = $1 and cash_id = any($2)";

    private const string SelectHolders = """
        select receipt_id, source, substr(account_key, length($1) + 2) from receipt
        where receipt_id = any($2) and state = 'booked' and substr(account_key, 1, length($1) + 1) = $1 || '/'
        """;

    private const string AllWaiting = $"""
        select {Columns} from unidentified_cash
        where state <> 'moved' and (cardinality($1::text[]) = 0 or entity_id = any($1))
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

    private const string EndWork = """
        update worklist set state = 'fixed', resolved_by = $3, resolved_at = now(), resolution = 'moved'
        where kind = 'unidentified-cash' and state = 'open' and entity_id = $1 and field = $2
        """;

    public async Task<ImmutableArray<AddedCash>> Add(
        ImmutableArray<UnidentifiedCash> cash, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<CashRow>(cash.Length);
        foreach (var one in cash)
            rows.Add(await envelopes.Seal(one, cancellation));
        return await database.InRetriedTransaction(
            async transaction =>
            {
                var held = await Held(transaction, rows, cancellation);
                var added = new Dictionary<CashRow, AddedCash>(ReferenceEqualityComparer.Instance);
                // Always in the same order, so that two imports do not wait for each other.
                foreach (var row in rows.OrderBy(row => CashKey.Of(row.EntityId, row.CashId), StringComparer.Ordinal))
                    added[row] = await Add(transaction, row, held.Contains(row), cancellation);
                return rows.Select(row => added[row]).ToImmutableArray();
            },
            cancellation);
    }

    public async Task<ImmutableHashSet<string>> Known(
        string entityId, IReadOnlyCollection<string> cashIds, CancellationToken cancellation) =>
        (await database.Command(SelectKnown, entityId, cashIds.ToArray())
            .Query(row => row.GetString(0), cancellation))
        .ToImmutableHashSet(StringComparer.Ordinal);

    public Task<ImmutableArray<HeldReceipt>> Holders(
        string entityId, IReadOnlyCollection<string> receiptIds, CancellationToken cancellation) =>
        database.Command(SelectHolders, entityId, receiptIds.ToArray())
            .Query(row => new HeldReceipt(row.GetString(0), row.GetString(1), row.GetString(2)), cancellation);

    public async Task<UnidentifiedCash?> Read(string entityId, string cashId, CancellationToken cancellation)
    {
        var rows = await database.Command(Select, entityId, cashId).Query(ReadRow, cancellation);
        return rows.IsEmpty ? null : await envelopes.Open(rows[0], cancellation);
    }

    public async Task<ImmutableArray<UnidentifiedCash>> Waiting(
        EntityScope scope, string afterKey, int countMax, CancellationToken cancellation)
    {
        var (entityId, cashId) = CashKey.Split(afterKey);
        var rows = await database.Command(SelectWaiting, scope.Entities.ToArray(), entityId, cashId, countMax)
            .Query(ReadRow, cancellation);
        return await Open(rows, cancellation);
    }

    public async Task<ImmutableArray<UnidentifiedCash>> LastWaiting(
        EntityScope scope, int countMax, CancellationToken cancellation)
    {
        var rows = await database.Command(SelectLastWaiting, scope.Entities.ToArray(), countMax)
            .Query(ReadRow, cancellation);
        return await Open([.. rows.Reverse()], cancellation);
    }

    public async Task<bool> Claim(
        string entityId, string cashId, string accountId, CancellationToken cancellation) =>
        await database.Command(SetClaimed, entityId, cashId, accountId).Run(cancellation) == 1;

    public Task Release(string entityId, string cashId, CancellationToken cancellation) =>
        database.Command(SetOpen, entityId, cashId).Run(cancellation);

    public Task Complete(string entityId, string cashId, string actorId, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
                await transaction.Command(SetMoved, entityId, cashId).Run(cancellation)
                + await transaction.Command(EndWork, entityId, cashId, actorId).Run(cancellation),
            cancellation);

    // No page of payments is stored between this look and the end.
    private static async Task<HashSet<CashRow>> Held(
        NpgsqlTransaction transaction, IReadOnlyCollection<CashRow> rows, CancellationToken cancellation)
    {
        var held = new HashSet<CashRow>();
        foreach (var own in rows.GroupBy(row => row.EntityId, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await PostgresCashRows.KeepOut(transaction, own.Key, cancellation);
            var holders = await transaction.Command(SelectHolders, own.Key, own.Select(row => row.CashId).ToArray())
                .Query(row => (Id: row.GetString(0), Source: row.GetString(1)), cancellation);
            held.UnionWith(own.Where(row => holders.Contains((row.CashId, row.Source))));
        }
        return held;
    }

    private static async Task<AddedCash> Add(
        NpgsqlTransaction transaction, CashRow row, bool isHeld, CancellationToken cancellation)
    {
        var isNew = !isHeld && await transaction.Command(
            Insert,
            row.EntityId,
            row.CashId,
            row.Source,
            row.Method,
            row.Currency,
            row.AmountMinor,
            row.ValueOn,
            row.BookedOn,
            row.Payload).Run(cancellation) == 1;
        if (isNew)
        {
            await transaction.Command(InsertWork, row.EntityId, row.CashId, CashEnvelopes.Detail(row))
                .Run(cancellation);
            return AddedCash.Added;
        }
        var known = await transaction.Command(Select, row.EntityId, row.CashId).Query(ReadRow, cancellation);
        if (known.IsEmpty)
            return AddedCash.Held;
        return known[0].IsSame(row) ? AddedCash.Known : AddedCash.Conflicting;
    }

    private async Task<ImmutableArray<UnidentifiedCash>> Open(
        ImmutableArray<CashRow> rows, CancellationToken cancellation)
    {
        var cash = ImmutableArray.CreateBuilder<UnidentifiedCash>(rows.Length);
        foreach (var row in rows)
            cash.Add(await envelopes.Open(row, cancellation));
        return cash.MoveToImmutable();
    }

    private static CashRow ReadRow(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5),
        row.GetFieldValue<DateOnly>(6),
        row.GetFieldValue<DateOnly>(7),
        row.GetFieldValue<byte[]>(8),
        row.GetString(9),
        row.TextOrNull(10));
}
