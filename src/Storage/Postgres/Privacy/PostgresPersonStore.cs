using System.Collections.Immutable;
using BillingActors.Domain.Privacy;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.Privacy;

/// <summary>Retention and persons on PostgreSQL.</summary>
internal sealed class PostgresPersonStore(PostgresDatabase database) : IPersonStore
{
    private const string SelectRetention =
        "select name, years, asked_years, asked_by from retention_class order by name";

    private const string Ask =
        "update retention_class set asked_years = $2, asked_by = $3, asked_at = $4 where name = $1";

    private const string Approve = """
        update retention_class set years = asked_years, asked_years = null, asked_by = null, asked_at = null
        where name = $1 and asked_by <> $2
        """;

    private const string SelectRequest = """
        select customer_id, entity_id, state, asked_by, asked_at, reason, erased_by, erased_at from person_request
        where customer_id = $1
        """;

    private const string SelectFacts = """
        select count(*) filter (where a.status = 1), count(*) filter (where a.status = 2 and a.balance_minor <> 0),
            (select max(i.issued_on) from invoice i join account b on b.account_key = i.account_key
                where b.customer_id = $1),
            (select max(n.written_at) from account_note n where n.customer_id = $1)
        from account a where a.customer_id = $1
        """;

    private const string Insert = """
        insert into person_request(customer_id, entity_id, state, asked_by, asked_at, reason)
        values ($1, $2, 'restricted', $3, $4, $5) on conflict do nothing
        """;

    private const string DeleteTokens = "delete from search_token where customer_id = $1";

    private const string DeletePaymentWords = """
        delete from payment_word
        where account_key in (select account_key from account where customer_id = $1)
        """;

    private const string SetErased = """
        update person_request set state = 'erased', erased_by = $2, erased_at = $3
        where customer_id = $1 and state = 'restricted' and asked_by <> $2
        """;

    private const string DestroyKey = "update customer_key set wrapped = '' where customer_id = $1";

    public Task<ImmutableArray<StoredRetention>> Retention(CancellationToken cancellation) =>
        database.Command(SelectRetention).Query(
            row => new StoredRetention(
                row.GetString(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.TextOrNull(3)),
            cancellation);

    public Task<bool> AskRetention(string name, int years, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction => await Changed(
                transaction, noted,
                await transaction.Command(Ask, name, years, noted.ActorId, noted.At.ToUniversalTime())
                    .Run(cancellation),
                cancellation),
            cancellation);

    public Task<bool> ApproveRetention(string name, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction => await Changed(
                transaction, noted, await transaction.Command(Approve, name, noted.ActorId).Run(cancellation),
                cancellation),
            cancellation);

    public async Task<PersonRequest?> Find(string customerId, CancellationToken cancellation) =>
        (await database.Command(SelectRequest, customerId).Query(ReadRequest, cancellation)).FirstOrDefault();

    public async Task<PersonFacts> Facts(string customerId, CancellationToken cancellation) =>
        (await database.Command(SelectFacts, customerId).Query(
            row => new PersonFacts(
                checked((int)row.GetInt64(0)), checked((int)row.GetInt64(1)),
                row.IsDBNull(2) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2)),
                row.IsDBNull(3) ? null : Microseconds.DayOf(row.GetInt64(3))),
            cancellation)).Single();

    public Task<bool> Restrict(PersonRequest request, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var rowCount = await transaction.Command(
                    Insert, request.CustomerId, request.EntityId, request.AskedBy, request.AskedAt.ToUniversalTime(),
                    request.Reason).Run(cancellation);
                await transaction.Command(DeleteTokens, request.CustomerId).Run(cancellation);
                await transaction.Command(DeletePaymentWords, request.CustomerId).Run(cancellation);
                return await Changed(transaction, noted, rowCount, cancellation);
            },
            cancellation);

    public Task<bool> Erase(string customerId, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var rowCount = await transaction.Command(
                    SetErased, customerId, noted.ActorId, noted.At.ToUniversalTime()).Run(cancellation);
                if (rowCount == 1)
                {
                    await transaction.Command(DestroyKey, customerId).Run(cancellation);
                    await transaction.Command(DeleteTokens, customerId).Run(cancellation);
                    await transaction.Command(DeletePaymentWords, customerId).Run(cancellation);
                }
                return await Changed(transaction, noted, rowCount, cancellation);
            },
            cancellation);

    private static PersonRequest ReadRequest(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4), row.GetString(5), row.TextOrNull(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7));

    private static async Task<bool> Changed(
        NpgsqlTransaction transaction, AuditEntry noted, int rowCount, CancellationToken cancellation)
    {
        if (rowCount == 0)
            return false;
        await transaction.Append(noted, cancellation);
        return true;
    }
}
