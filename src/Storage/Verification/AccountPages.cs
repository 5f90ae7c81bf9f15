using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>
/// Reads all rows of all accounts, a range of keys at a time: a range ends after so many events, so that memory is
/// bounded, and ranges meet, so that no row falls between them whatever table it is in.
/// </summary>
internal sealed class AccountPages(Books books, int eventCount)
{
    private const string SelectEnd = """
        select account_key from account_event where account_key > $1 order by account_key, version limit 1 offset $2
        """;

    private const string SelectEvents = """
        select account_key, version, at, command_id, request_hash, reference, actor_kind, actor, source, reason,
            previous, body, cast(booked_from as text)
        from account_event where account_key > $1 and account_key <= $2 order by account_key, version
        """;

    private const string SelectDocuments = """
        select account_key, version, entity_id, series, number, invoice_id, run_id, cast(issued_on as text),
            cast(due_on as text), cast(period_from as text), cast(period_until as text), currency, net_minor, tax_minor,
            total_minor, hash, body, corrects_id
        from invoice where account_key > $1 and account_key <= $2
        """;

    private const string SelectPostings = """
        select account_key, version, line, ledger_account, currency, amount_minor, cast(booked_on as text)
        from posting where account_key > $1 and account_key <= $2 order by account_key, version, line
        """;

    private const string SelectItems = """
        select account_key, item_id, original_minor, open_minor, cast(issued_on as text), cast(due_on as text)
        from open_item where account_key > $1 and account_key <= $2
        """;

    private const string SelectReceipts = """
        select account_key, receipt_id, source, method, state, amount_minor, unapplied_minor, refunded_minor,
            cast(value_on as text), cast(booked_on as text), is_on_account
        from receipt where account_key > $1 and account_key <= $2
        """;

    private const string SelectContracts = """
        select account_key, contract_id, service_point_id, cast(starts_on as text), cast(ends_on as text) from contract
        where account_key > $1 and account_key <= $2
        """;

    private const string SelectRequests = """
        select account_key, request_id, action, effect_minor, currency, maker, reason, cast(requested_on as text),
            cast(expires_on as text)
        from approval_request where account_key > $1 and account_key <= $2
        """;

    private const string SelectSnapshots = """
        select account_key, version, link, body from account_snapshot
        where account_key > $1 and account_key <= $2 and schema_hash = $3
        """;

    private const string SelectRows = """
        select account_key, entity_id, account_id, customer_id, cycle_id, status, currency, balance_minor, version,
            cast(opened_on as text), cast(last_invoice_on as text), last_invoice_version, link
        from account where account_key > $1 and account_key <= $2
        """;

    /// <summary>Pages in order of keys, one after the other.</summary>
    public IEnumerable<IReadOnlyCollection<AccountBooks>> Read(CancellationToken cancellation)
    {
        for (var after = ""; after != Books.LastKey;)
        {
            cancellation.ThrowIfCancellationRequested();
            var through = books.Read(SelectEnd, row => row.GetString(0), after, (long)eventCount - 1)
                .FirstOrDefault(Books.LastKey);
            yield return Page(after, through);
            after = through;
        }
    }

    private Dictionary<string, AccountBooks>.ValueCollection Page(string after, string through)
    {
        var page = new Dictionary<string, AccountBooks>(StringComparer.Ordinal);
        // Documents first: their numbers and hashes belong to the envelopes of their events.
        Fill(SelectDocuments, (account, row) => account.Documents.Add(row.GetInt64(1), DocumentOf(row)));
        Fill(SelectEvents, (account, row) => account.Events.Add(EventOf(account, row)));
        Fill(SelectPostings, (account, row) => account.Postings.Add(PostingOf(row)));
        Fill(SelectItems, (account, row) => account.Items.Add(ItemOf(row)));
        Fill(SelectReceipts, (account, row) => account.Receipts.Add(ReceiptOf(row)));
        Fill(SelectContracts, (account, row) => account.Contracts.Add(ContractOf(row)));
        Fill(SelectRequests, (account, row) => account.Requests.Add(RequestOf(row)));
        Fill(CollectionQueries.SelectDisputes, (account, row) =>
            account.Disputes.Add(CollectionQueries.DisputeOf(row)));
        Fill(CollectionQueries.SelectCollections, (account, row) =>
            account.Collections.Add(CollectionQueries.CollectionOf(row)));
        Fill(DepositComparison.SelectDeposits, (account, row) =>
            account.Deposits.Add(DepositComparison.DepositOf(row)));
        Fill(UsageComparison.SelectKept, (account, row) => account.UsageKept.Add(UsageComparison.KeptOf(row)));
        Fill(UsageComparison.SelectKeys, (account, row) =>
            account.UsageKeys.Add(new(row.GetString(1), row.GetString(2), Books.Bytes(row, 3))));
        Fill(CollectionQueries.SelectReviews, (account, row) =>
            account.Reviews.Add(new(row.GetString(1), books.At(row, 2))));
        Fill(CollectiveComparison.SelectHanded, (account, row) =>
            account.Handed.Add(CollectiveComparison.HandedOf(row)));
        Fill(CollectiveComparison.SelectTaken, (account, row) =>
            account.Taken.Add(CollectiveComparison.TakenOf(row)));
        Fill(CollectiveComparison.SelectPayer, (account, row) => account.Payer = row.GetString(1));
        Fill(SelectSnapshots, (account, row) => account.Snapshot = SnapshotOf(row), AccountEventJson.SnapshotSchema);
        Fill(SelectRows, (account, row) => (account.Row, account.Link) = (RowOf(row), Books.Bytes(row, 12)));
        return page.Values;

        void Fill(string sql, Action<AccountBooks, DbDataReader> put, params ReadOnlySpan<object> more)
        {
            AccountBooks? account = null;
            foreach (var row in books.Read(sql, row => row, [after, through, .. more]))
            {
                var key = row.GetString(0);
                if (account?.Key != key && !page.TryGetValue(key, out account))
                    page.Add(key, account = new AccountBooks(key));
                put(account, row);
            }
        }
    }

    private EventRow EventOf(AccountBooks account, DbDataReader row)
    {
        var version = row.GetInt64(1);
        var document = account.Documents.GetValueOrDefault(version);
        ImmutableArray<DocumentNumber> numbers =
            document is null ? [] : [new DocumentNumber(document.Columns.Series, document.Number)];
        var context = new CommandContext(
            row.GetString(3),
            new Actor((ActorKind)row.GetInt32(6), row.GetString(7)),
            row.GetString(8),
            books.At(row, 2),
            Books.TextOrNull(row, 9));
        return new EventRow(
            account.Key,
            new EventEnvelope(context, row.GetString(4), Books.TextOrNull(row, 5), version, numbers)
            {
                BookedFrom = row.IsDBNull(12) ? null : IsoDay.Parse(row.GetString(12)),
            },
            Books.Bytes(row, 10),
            Books.Bytes(row, 11),
            document?.Hash);
    }

    private static DocumentRow DocumentOf(DbDataReader row)
    {
        var columns = new DocumentColumns(
            row.GetString(2),
            row.GetString(3),
            row.GetString(5),
            Books.TextOrNull(row, 6),
            row.GetString(7),
            row.GetString(8),
            row.GetString(9),
            row.GetString(10),
            row.GetString(11),
            row.GetInt64(12),
            row.GetInt64(13),
            row.GetInt64(14),
            Books.TextOrNull(row, 17));
        return new DocumentRow(columns, row.GetInt64(4), Books.Bytes(row, 15), Books.Bytes(row, 16));
    }

    private static PostingLine PostingOf(DbDataReader row) => new(
        row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6));

    private static ItemRow ItemOf(DbDataReader row) => new(
        row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), row.GetString(5));

    private static ReceiptRow ReceiptOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5),
        row.GetInt64(6),
        row.GetInt64(7),
        row.GetString(8),
        row.GetString(9),
        row.GetBoolean(10));

    private static ContractRow ContractOf(DbDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), Books.TextOrNull(row, 4));

    private static RequestRow RequestOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8));

    private static SnapshotRow SnapshotOf(DbDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), Books.Bytes(row, 2), Books.Bytes(row, 3));

    private static AccountQueryRow RowOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetString(6),
        row.GetInt64(7),
        row.GetInt64(8),
        row.GetString(9),
        Books.TextOrNull(row, 10),
        row.IsDBNull(11) ? null : row.GetInt64(11));
}
