using BillingActors.Domain.Accounts;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Postgres.BillRuns;
using BillingActors.Storage.Postgres.Charging;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>The insert statements of a flush: one statement per table, its rows as arrays in key order.</summary>
internal static class PostgresAccountRows
{
    /// <summary>
    /// The fence. A first event is stored when its version is free and the one before it is there; a scalar subquery,
    /// because it can only be answered by key, row by row.
    /// </summary>
    private const string InsertFirstEvents = $"""
        insert into account_event({EventColumns})
        select {EventColumns} from unnest({EventArrays}) as e({EventColumns})
        where e.version = 1 or (select true from account_event before
            where before.account_key = e.account_key and before.version = e.version - 1)
        on conflict do nothing
        returning account_key
        """;

    private const string InsertLaterEvents =
        $"insert into account_event({EventColumns}) select * from unnest({EventArrays})";

    private const string EventColumns = """
        account_key, version, at, command_id, request_hash, reference, actor_kind, actor, source, reason, previous,
        body, booked_from
        """;

    private const string EventArrays = """
        $1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::text[],
        $9::text[], $10::text[], $11::bytea[], $12::bytea[], $13::date[]
        """;

    private const string UpsertAccounts = """
        insert into account(account_key, entity_id, account_id, customer_id, cycle_id, status, currency, balance_minor,
            version, link, opened_on, last_invoice_on, last_invoice_version)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[],
            $8::bigint[], $9::bigint[], $10::bytea[], $11::date[], $12::date[], $13::bigint[])
        on conflict (account_key) do update set cycle_id = excluded.cycle_id, status = excluded.status,
            balance_minor = excluded.balance_minor, version = excluded.version, link = excluded.link,
            last_invoice_on = coalesce(excluded.last_invoice_on, account.last_invoice_on),
            last_invoice_version = coalesce(excluded.last_invoice_version, account.last_invoice_version)
        where account.version < excluded.version
        """;

    private const string InsertPostings = """
        insert into posting(account_key, version, line, ledger_account, currency, amount_minor, booked_on)
        select * from unnest($1::text[], $2::bigint[], $3::smallint[], $4::text[], $5::text[], $6::bigint[], $7::date[])
        """;

    private const string UpsertItems = """
        insert into open_item(account_key, item_id, original_minor, open_minor, issued_on, due_on)
        select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::date[], $6::date[])
        on conflict (account_key, item_id) do update set original_minor = excluded.original_minor,
            open_minor = excluded.open_minor, issued_on = excluded.issued_on, due_on = excluded.due_on
        """;

    private const string DeleteItems = """
        delete from open_item using unnest($1::text[], $2::text[]) as settled(account_key, item_id)
        where open_item.account_key = settled.account_key and open_item.item_id = settled.item_id
        """;

    private const string UpsertCheckpoint = """
        insert into bill_run_checkpoint(run_id, partition, stage, cursor, is_done) values ($1, $2, $3, $4, $5)
        on conflict (run_id, partition, stage) do update set cursor = excluded.cursor, is_done = excluded.is_done
        """;

    private const string DrawNumbers = """
        insert into number_series(entity_id, series, last) values ($1, $2, $3)
        on conflict (entity_id, series) do update set last = number_series.last + excluded.last
        returning last
        """;

    private const string InsertInvoices = """
        insert into invoice(account_key, version, entity_id, series, number, invoice_id, run_id, issued_on, due_on,
            period_from, period_until, currency, net_minor, tax_minor, total_minor, hash, body, corrects_id)
        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[],
            $8::date[], $9::date[], $10::date[], $11::date[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[],
            $16::bytea[], $17::bytea[], $18::text[])
        """;

    private const string UpsertSnapshots = """
        insert into account_snapshot(account_key, version, schema_hash, link, body)
        select k, v, $3, l, b from unnest($1::text[], $2::bigint[], $4::bytea[], $5::bytea[]) as s(k, v, l, b)
        on conflict (account_key) do update set version = excluded.version, schema_hash = excluded.schema_hash,
            link = excluded.link, body = excluded.body
        where account_snapshot.version < excluded.version or account_snapshot.schema_hash <> excluded.schema_hash
        """;

    public static NpgsqlBatchCommand FirstEvents(IReadOnlyList<PreparedCommit> commits) =>
        Events(InsertFirstEvents, [.. commits.Select(commit => commit.Rows[0])]);

    /// <summary>The account rows first, then what there is of the others.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Unnumbered(IReadOnlyList<PreparedCommit> winners)
    {
        if (winners.Count == 0)
            yield break;
        yield return Accounts(winners);
        if (winners.SelectMany(winner => winner.Rows.Skip(1)).ToList() is { Count: > 0 } later)
            yield return Events(InsertLaterEvents, later);
        if (Each(winners, winner => winner.Postings) is { Count: > 0 } postings)
            yield return Postings(postings);
        if (Each(winners, winner => winner.ItemsChanged) is { Count: > 0 } items)
            yield return Items(items);
        if (Each(winners, winner => winner.ItemsSettled) is { Count: > 0 } settled)
            yield return Command(DeleteItems, Column(settled, s => s.Key), Column(settled, s => s.Row));
        foreach (var approval in PostgresApprovalRows.Of(winners))
            yield return approval;
        foreach (var transfer in PostgresTransferRows.Of(winners))
            yield return transfer;
        foreach (var command in PostgresCollectionRows.Of(winners))
            yield return command;
        foreach (var deposit in PostgresDepositRows.Of(winners))
            yield return deposit;
        foreach (var usage in PostgresUsageRows.Of(winners))
            yield return usage;
        foreach (var collective in PostgresCollectiveRows.Of(winners))
            yield return collective;
        foreach (var cash in PostgresCashRows.Of(winners))
            yield return cash;
        if (winners.Where(winner => winner.Invoice?.RunId is not null).ToList() is { Count: > 0 } ofRuns)
            yield return PostgresDraftHolds.ForIssue([.. ofRuns.Select(w => (w.Invoice!.RunId!, w.Key))]);
    }

    public static IEnumerable<NpgsqlBatchCommand> Numbered(IReadOnlyList<StoredCommit> stored)
    {
        if (stored.Where(s => s.Number is not null).ToList() is { Count: > 0 } documents)
            yield return Invoices(documents);
        if (stored.Where(s => s.Prepared.NeedsSnapshot).Select(s => s.After).ToList() is { Count: > 0 } snapshots)
        {
            yield return Command(
                UpsertSnapshots,
                Column(snapshots, s => s.Key),
                Column(snapshots, s => s.Version),
                Value(AccountEventJson.SnapshotSchema),
                Column(snapshots, s => s.Link.ToArray()),
                Column(snapshots, s => AccountEventJson.Write(s.State)));
        }
    }

    public static NpgsqlBatchCommand Draw(NumberSeries series, long count) =>
        Command(DrawNumbers, Value(series.EntityId), Value(series.Series), Value(count));

    public static NpgsqlBatchCommand Checkpoint(PageCheckpoint checkpoint) => Command(
        UpsertCheckpoint,
        Value(checkpoint.RunId),
        Value(checkpoint.Partition),
        Value(checkpoint.Stage),
        Value(checkpoint.Cursor),
        Value(checkpoint.IsDone));

    private static List<(string Key, T Row)> Each<T>(
        IReadOnlyList<PreparedCommit> winners, Func<PreparedCommit, IEnumerable<T>> rows) =>
        [.. winners.SelectMany(winner => rows(winner).Select(row => (winner.Key, row)))];

    private static NpgsqlBatchCommand Events(string sql, IReadOnlyList<EventRow> rows) => Command(
        sql,
        Column(rows, row => row.Key),
        Column(rows, row => row.Envelope.Version),
        Column(rows, row => row.Envelope.Context.At.ToDateTimeUtc()),
        Column(rows, row => row.Envelope.Context.CommandId),
        Column(rows, row => row.Envelope.RequestHash),
        Column(rows, row => row.Envelope.Reference),
        Column(rows, row => (short)row.Envelope.Context.Actor.Kind),
        Column(rows, row => row.Envelope.Context.Actor.Id),
        Column(rows, row => row.Envelope.Context.Source),
        Column(rows, row => row.Envelope.Context.Reason),
        Column(rows, row => row.Previous),
        Column(rows, row => row.Body),
        Column(rows, row => row.Envelope.BookedFrom?.ToDateOnly()));

    private static NpgsqlBatchCommand Accounts(IReadOnlyList<PreparedCommit> rows) => Command(
        UpsertAccounts,
        Column(rows, row => row.Key),
        Column(rows, row => row.After.EntityId),
        Column(rows, row => AccountKey.IdOf(row.Key)),
        Column(rows, row => row.After.CustomerId),
        Column(rows, row => row.After.CycleId),
        Column(rows, row => (short)row.After.Status),
        Column(rows, row => row.After.Currency.Code),
        Column(rows, row => row.After.Balance.Minor),
        Column(rows, row => row.LastVersion),
        Column(rows, row => row.Link),
        Column(rows, row => row.After.OpenedOn.ToDateOnly()),
        Column(rows, row => row.InvoicedOn?.ToDateOnly()),
        Column(rows, row => row.InvoicedOn is null ? null : (long?)row.LastVersion));

    private static NpgsqlBatchCommand Postings(IReadOnlyList<(string Key, PostingRow Row)> rows) => Command(
        InsertPostings,
        Column(rows, row => row.Key),
        Column(rows, row => row.Row.Version),
        Column(rows, row => row.Row.Line),
        Column(rows, row => row.Row.Posting.LedgerAccount),
        Column(rows, row => row.Row.Posting.Amount.Currency.Code),
        Column(rows, row => row.Row.Posting.Amount.Minor),
        Column(rows, row => row.Row.BookedOn.ToDateOnly()));

    private static NpgsqlBatchCommand Items(IReadOnlyList<(string Key, OpenItem Row)> rows) => Command(
        UpsertItems,
        Column(rows, row => row.Key),
        Column(rows, row => row.Row.Id),
        Column(rows, row => row.Row.Original.Minor),
        Column(rows, row => row.Row.Open.Minor),
        Column(rows, row => row.Row.IssuedOn.ToDateOnly()),
        Column(rows, row => row.Row.DueOn.ToDateOnly()));

    private static NpgsqlBatchCommand Invoices(IReadOnlyList<StoredCommit> rows) => Command(
        InsertInvoices,
        Column(rows, row => row.Prepared.Key),
        Column(rows, row => row.Prepared.LastVersion),
        Column(rows, row => row.Prepared.Invoice!.EntityId),
        Column(rows, row => row.Number!.Series),
        Column(rows, row => row.Number!.Value),
        Column(rows, row => row.Prepared.Invoice!.InvoiceId),
        Column(rows, row => row.Prepared.Invoice!.RunId),
        Column(rows, row => row.Prepared.Invoice!.IssuedOn.ToDateOnly()),
        Column(rows, row => row.Prepared.Invoice!.DueOn.ToDateOnly()),
        Column(rows, row => row.Prepared.Invoice!.Period.From.ToDateOnly()),
        Column(rows, row => row.Prepared.Invoice!.Period.Until.ToDateOnly()),
        Column(rows, row => row.Prepared.Invoice!.Currency),
        Column(rows, row => row.Prepared.Invoice!.Net.Minor),
        Column(rows, row => row.Prepared.Invoice!.Tax.Minor),
        Column(rows, row => row.Prepared.Invoice!.Total.Minor),
        Column(rows, row => row.DocumentHash!),
        Column(rows, row => row.Prepared.Document!),
        Column(rows, row => row.Prepared.Invoice!.Corrects?.InvoiceId));
}
