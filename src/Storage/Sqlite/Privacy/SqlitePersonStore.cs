using System.Collections.Immutable;
using BillingActors.Domain.Privacy;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Json;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite.Audit;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Privacy;

/// <summary>Retention and persons on SQLite.</summary>
internal sealed class SqlitePersonStore(SqliteDatabase database) : IPersonStore
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
        select coalesce(sum(a.status = 1), 0), coalesce(sum(a.status = 2 and a.balance_minor <> 0), 0),
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

    private const string DestroyKey = "update customer_key set wrapped = x'' where customer_id = $1";

    public Task<ImmutableArray<StoredRetention>> Retention(CancellationToken cancellation) => database.All(
        SelectRetention,
        row => new StoredRetention(
            row.GetString(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.TextOrNull(3)),
        cancellation);

    public Task<bool> AskRetention(string name, int years, AuditEntry noted, CancellationToken cancellation) =>
        database.Write(
            transaction => Changed(transaction, noted, transaction.Execute(
                Ask, name, years, noted.ActorId, Microseconds.Of(noted.At))),
            cancellation);

    public Task<bool> ApproveRetention(string name, AuditEntry noted, CancellationToken cancellation) =>
        database.Write(
            transaction => Changed(transaction, noted, transaction.Execute(Approve, name, noted.ActorId)),
            cancellation);

    public async Task<PersonRequest?> Find(string customerId, CancellationToken cancellation) =>
        (await database.All(
            SelectRequest,
            row => new PersonRequest(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
                Microseconds.ToInstant(row.GetInt64(4)), row.GetString(5), row.TextOrNull(6), row.InstantOrNull(7)),
            cancellation, customerId)).FirstOrDefault();

    public async Task<PersonFacts> Facts(string customerId, CancellationToken cancellation) =>
        (await database.All(
            SelectFacts,
            row => new PersonFacts(
                row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : IsoDay.Parse(row.GetString(2)),
                row.IsDBNull(3) ? null : Microseconds.DayOf(row.GetInt64(3))),
            cancellation, customerId)).Single();

    public Task<bool> Restrict(PersonRequest request, AuditEntry noted, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var rowCount = transaction.Execute(
                    Insert, request.CustomerId, request.EntityId, request.AskedBy, Microseconds.Of(request.AskedAt),
                    request.Reason);
                transaction.Execute(DeleteTokens, request.CustomerId);
                transaction.Execute(DeletePaymentWords, request.CustomerId);
                return Changed(transaction, noted, rowCount);
            },
            cancellation);

    public Task<bool> Erase(string customerId, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            var rowCount = transaction.Execute(SetErased, customerId, noted.ActorId, Microseconds.Of(noted.At));
            if (rowCount == 1)
            {
                transaction.Execute(DestroyKey, customerId);
                transaction.Execute(DeleteTokens, customerId);
                transaction.Execute(DeletePaymentWords, customerId);
            }
            return Changed(transaction, noted, rowCount);
        },
        cancellation);

    private static bool Changed(SqliteTransaction transaction, AuditEntry noted, int rowCount)
    {
        if (rowCount == 0)
            return false;
        transaction.Append(noted);
        return true;
    }
}
