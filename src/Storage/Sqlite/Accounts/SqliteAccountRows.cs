using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>
/// The statements of a flush, prepared once and run row by row: on one connection that is the fast way.
/// </summary>
internal sealed class SqliteAccountRows
{
    private const string SelectHead = "select max(version) from account_event where account_key = $1";

    private const string InsertEvent = """
        insert into account_event(account_key, version, at, command_id, request_hash, reference, actor_kind, actor,
            source, reason, previous, body, booked_from)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string InsertPosting = """
        insert into posting(account_key, version, line, ledger_account, currency, amount_minor, booked_on)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string SelectUnbalanced = """
        select version from posting where account_key = $1 and version >= $2
        group by version, currency having sum(amount_minor) <> 0 limit 1
        """;

    private const string UpsertItem = """
        insert into open_item(account_key, item_id, original_minor, open_minor, issued_on, due_on)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (account_key, item_id) do update set original_minor = excluded.original_minor,
            open_minor = excluded.open_minor, issued_on = excluded.issued_on, due_on = excluded.due_on
        """;

    private const string DeleteItem = "delete from open_item where account_key = $1 and item_id = $2";

    private const string UpsertAccount = """
        insert into account(account_key, entity_id, account_id, customer_id, cycle_id, status, currency, balance_minor,
            version, link, opened_on, last_invoice_on, last_invoice_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (account_key) do update set cycle_id = excluded.cycle_id, status = excluded.status,
            balance_minor = excluded.balance_minor, version = excluded.version, link = excluded.link,
            last_invoice_on = coalesce(excluded.last_invoice_on, account.last_invoice_on),
            last_invoice_version = coalesce(excluded.last_invoice_version, account.last_invoice_version)
        where account.version < excluded.version
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

    private const string InsertInvoice = """
        insert into invoice(account_key, version, entity_id, series, number, invoice_id, run_id, issued_on, due_on,
            period_from, period_until, currency, net_minor, tax_minor, total_minor, hash, body, corrects_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """;

    private const string UpsertSnapshot = """
        insert into account_snapshot(account_key, version, schema_hash, link, body) values ($1, $2, $3, $4, $5)
        on conflict (account_key) do update set version = excluded.version, schema_hash = excluded.schema_hash,
            link = excluded.link, body = excluded.body
        where account_snapshot.version < excluded.version or account_snapshot.schema_hash <> excluded.schema_hash
        """;

    private const string UpsertContract = """
        insert into contract(service_point_id, account_key, contract_id, starts_on, ends_on)
        values ($1, $2, $3, $4, $5)
        on conflict (service_point_id, account_key, contract_id) do update
            set starts_on = excluded.starts_on, ends_on = excluded.ends_on
        """;

    private const string SelectTaken = """
        select 1 from contract
        where service_point_id = $1 and account_key <> $2 and ($4 is null or starts_on < $4)
            and (ends_on is null or $3 < ends_on)
        limit 1
        """;

    private readonly SqliteStatements _statements = new();

    /// <summary>The newest version of an account; 0 when it has no events.</summary>
    public long Head(SqliteTransaction transaction, string key) =>
        _statements.Scalar(transaction, SelectHead, key) as long? ?? 0;

    public void Events(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.Rows)
        {
            var context = row.Envelope.Context;
            _statements.Execute(
                transaction,
                InsertEvent,
                row.Key,
                row.Envelope.Version,
                HashChain.Microseconds(context.At),
                context.CommandId,
                row.Envelope.RequestHash,
                row.Envelope.Reference,
                (long)context.Actor.Kind,
                context.Actor.Id,
                context.Source,
                context.Reason,
                row.Previous,
                row.Body,
                row.Envelope.BookedFrom is { } day ? IsoDay.Format(day) : null);
        }
    }

    /// <summary>Writes the entries and has the database add them up.</summary>
    public void Postings(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.Postings)
        {
            _statements.Execute(
                transaction,
                InsertPosting,
                commit.Key,
                row.Version,
                (long)row.Line,
                row.Posting.LedgerAccount,
                row.Posting.Amount.Currency.Code,
                row.Posting.Amount.Minor,
                IsoDay.Format(row.BookedOn));
        }
        if (commit.Postings.Length > 0)
            CheckBalance(transaction, commit.Key, commit.Before.Version + 1);
    }

    /// <summary>Refuses entries from a version on that do not sum to zero per currency.</summary>
    public void CheckBalance(SqliteTransaction transaction, string key, long fromVersion)
    {
        if (_statements.Scalar(transaction, SelectUnbalanced, key, fromVersion) is { } version)
            throw new UnbalancedEntryException(key, (long)version);
    }

    public void Items(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var item in commit.ItemsChanged)
        {
            _statements.Execute(
                transaction,
                UpsertItem,
                commit.Key,
                item.Id,
                item.Original.Minor,
                item.Open.Minor,
                IsoDay.Format(item.IssuedOn),
                IsoDay.Format(item.DueOn));
        }
        foreach (var id in commit.ItemsSettled)
            _statements.Execute(transaction, DeleteItem, commit.Key, id);
    }

    /// <summary>Writes the days of its service points that a commit changes; none may be another account's.</summary>
    public void Contracts(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var days in commit.DaysChanged)
        {
            _statements.Execute(
                transaction,
                UpsertContract,
                days.ServicePointId,
                commit.Key,
                days.ContractId,
                IsoDay.Format(days.From),
                days.Until is { } until ? IsoDay.Format(until) : null);
        }
        foreach (var days in commit.DaysTaken)
        {
            var end = days.Until is { } until ? IsoDay.Format(until) : null;
            if (_statements.Scalar(
                transaction, SelectTaken, days.ServicePointId, commit.Key, IsoDay.Format(days.From), end) is not null)
            {
                throw new ServicePointTakenException(commit.Key, days.ServicePointId);
            }
        }
    }

    /// <summary>What waits for a second person, what goes to another account, and what from child to parent.</summary>
    public void Consequences(SqliteTransaction transaction, PreparedCommit commit)
    {
        SqliteApprovalRows.Write(_statements, transaction, commit);
        SqliteTransferRows.Write(_statements, transaction, commit);
        SqliteCollectiveRows.Write(_statements, transaction, commit);
    }

    public int Account(SqliteTransaction transaction, PreparedCommit commit) => _statements.Execute(
        transaction,
        UpsertAccount,
        commit.Key,
        commit.After.EntityId,
        AccountKey.IdOf(commit.Key),
        commit.After.CustomerId,
        commit.After.CycleId,
        (long)commit.After.Status,
        commit.After.Currency.Code,
        commit.After.Balance.Minor,
        commit.LastVersion,
        commit.Link,
        IsoDay.Format(commit.After.OpenedOn),
        commit.InvoicedOn is { } invoicedOn ? IsoDay.Format(invoicedOn) : null,
        commit.InvoicedOn is null ? null : commit.LastVersion);

    public void Checkpoint(SqliteTransaction transaction, PageCheckpoint checkpoint) => _statements.Execute(
        transaction,
        UpsertCheckpoint,
        checkpoint.RunId,
        checkpoint.Partition,
        checkpoint.Stage,
        checkpoint.Cursor,
        checkpoint.IsDone);

    public long Draw(SqliteTransaction transaction, NumberSeries series, long count) =>
        (long)_statements.Scalar(transaction, DrawNumbers, series.EntityId, series.Series, count)!;

    public void Numbered(SqliteTransaction transaction, StoredCommit stored)
    {
        if (stored.Number is not null)
            Invoice(transaction, stored);
        if (!stored.Prepared.NeedsSnapshot)
            return;
        var after = stored.After;
        _statements.Execute(
            transaction,
            UpsertSnapshot,
            after.Key,
            after.Version,
            AccountEventJson.SnapshotSchema,
            after.Link.ToArray(),
            AccountEventJson.Write(after.State));
    }

    private void Invoice(SqliteTransaction transaction, StoredCommit stored)
    {
        var invoice = stored.Prepared.Invoice!;
        _statements.Execute(
            transaction,
            InsertInvoice,
            stored.Prepared.Key,
            stored.Prepared.LastVersion,
            invoice.EntityId,
            stored.Number!.Series,
            stored.Number.Value,
            invoice.InvoiceId,
            invoice.RunId,
            IsoDay.Format(invoice.IssuedOn),
            IsoDay.Format(invoice.DueOn),
            IsoDay.Format(invoice.Period.From),
            IsoDay.Format(invoice.Period.Until),
            invoice.Currency,
            invoice.Net.Minor,
            invoice.Tax.Minor,
            invoice.Total.Minor,
            stored.DocumentHash,
            stored.Prepared.Document,
            invoice.Corrects?.InvoiceId);
    }
}
