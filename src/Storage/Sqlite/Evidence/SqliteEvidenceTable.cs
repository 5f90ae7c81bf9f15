using System.Collections.Immutable;
using BillingActors.Storage.Evidence;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Evidence;

/// <summary>Documents of disputes and requests on SQLite.</summary>
internal sealed class SqliteEvidenceTable(SqliteDatabase database) : IEvidenceTable
{
    private const string Insert = """
        insert into dispute_evidence(account_key, dispute_id, document_id, customer_id, stored_at, length, head, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """;

    /// <summary>All documents without what is in them, or the one with it.</summary>
    private const string Select = """
        select account_key, dispute_id, document_id, customer_id, stored_at, length, head,
            case when $3 = '' then x'' else body end
        from dispute_evidence where account_key = $1 and dispute_id = $2 and ($3 = '' or document_id = $3)
        order by stored_at, document_id limit 100
        """;

    private const string SelectOfCustomer = """
        select account_key, dispute_id, document_id, customer_id, stored_at, length, head, x''
        from dispute_evidence
        where customer_id = $1 and (account_key, dispute_id, document_id) > ($2, $3, $4)
        order by account_key, dispute_id, document_id limit $5
        """;

    public Task Add(EvidenceRow row, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(
            Insert, row.Key.AccountKey, row.Key.SubjectId, row.Key.DocumentId, row.CustomerId,
            Microseconds.Of(row.StoredAt), (long)row.Length, row.Head, row.Body),
        cancellation);

    public Task<ImmutableArray<EvidenceRow>> Read(EvidenceKey key, CancellationToken cancellation) =>
        database.All(Select, RowOf, cancellation, key.AccountKey, key.SubjectId, key.DocumentId);

    public Task<ImmutableArray<EvidenceRow>> Of(
        string customerId, EvidenceKey after, int countMax, CancellationToken cancellation) =>
        database.All(
            SelectOfCustomer, RowOf, cancellation, customerId, after.AccountKey, after.SubjectId, after.DocumentId,
            (long)countMax);

    private static EvidenceRow RowOf(SqliteDataReader row) => new(
        new EvidenceKey(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetString(3),
        Microseconds.ToInstant(row.GetInt64(4)), row.GetInt32(5), row.GetFieldValue<byte[]>(6),
        row.GetFieldValue<byte[]>(7));
}
