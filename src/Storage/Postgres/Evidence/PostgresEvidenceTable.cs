using System.Collections.Immutable;
using BillingActors.Storage.Evidence;
using Npgsql;

namespace BillingActors.Storage.Postgres.Evidence;

/// <summary>Documents of disputes and requests on PostgreSQL.</summary>
internal sealed class PostgresEvidenceTable(PostgresDatabase database) : IEvidenceTable
{
    private const string Insert = """
        insert into dispute_evidence(account_key, dispute_id, document_id, customer_id, stored_at, length, head, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """;

    /// <summary>All documents without what is in them, or the one with it.</summary>
    private const string Select = """
        select account_key, dispute_id, document_id, customer_id, stored_at, length, head,
            case when $3 = '' then ''::bytea else body end
        from dispute_evidence where account_key = $1 and dispute_id = $2 and ($3 = '' or document_id = $3)
        order by stored_at, document_id limit 100
        """;

    private const string SelectOfCustomer = """
        select account_key, dispute_id, document_id, customer_id, stored_at, length, head, ''::bytea
        from dispute_evidence
        where customer_id = $1 and (account_key, dispute_id, document_id) > ($2, $3, $4)
        order by account_key, dispute_id, document_id limit $5
        """;

    public Task Add(EvidenceRow row, CancellationToken cancellation) => database.Command(
        Insert, row.Key.AccountKey, row.Key.SubjectId, row.Key.DocumentId, row.CustomerId,
        row.StoredAt.ToUniversalTime(), row.Length, row.Head, row.Body).Run(cancellation);

    public Task<ImmutableArray<EvidenceRow>> Read(EvidenceKey key, CancellationToken cancellation) =>
        database.Command(Select, key.AccountKey, key.SubjectId, key.DocumentId).Query(RowOf, cancellation);

    public Task<ImmutableArray<EvidenceRow>> Of(
        string customerId, EvidenceKey after, int countMax, CancellationToken cancellation) =>
        database.Command(
            SelectOfCustomer, customerId, after.AccountKey, after.SubjectId, after.DocumentId, countMax)
            .Query(RowOf, cancellation);

    private static EvidenceRow RowOf(NpgsqlDataReader row) => new(
        new EvidenceKey(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4), row.GetInt32(5), row.GetFieldValue<byte[]>(6),
        row.GetFieldValue<byte[]>(7));
}
