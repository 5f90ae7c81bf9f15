using BillingActors.Storage.Drafts;

namespace BillingActors.Storage.Postgres.Drafts;

/// <summary>Drafts on PostgreSQL.</summary>
internal sealed class PostgresDraftTable(PostgresDatabase database) : IDraftTable
{
    private const string Upsert = """
        insert into form_draft(person_id, form, saved_at, body) values ($1, $2, $3, $4)
        on conflict (person_id, form) do update set saved_at = excluded.saved_at, body = excluded.body
        """;

    private const string Select = "select body, saved_at from form_draft where person_id = $1 and form = $2";

    private const string Delete = "delete from form_draft where person_id = $1 and form = $2";

    private const string DeleteOld = "delete from form_draft where saved_at < $1";

    public Task Put(DraftKey key, byte[] body, DateTimeOffset at, CancellationToken cancellation) =>
        database.Command(Upsert, key.PersonId, key.Form, at.ToUniversalTime(), body).Run(cancellation);

    public async Task<(byte[] Body, DateTimeOffset At)?> Find(DraftKey key, CancellationToken cancellation)
    {
        var found = await database.Command(Select, key.PersonId, key.Form).Query(
            row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<DateTimeOffset>(1)), cancellation);
        return found.IsEmpty ? null : found[0];
    }

    public Task Drop(DraftKey key, CancellationToken cancellation) =>
        database.Command(Delete, key.PersonId, key.Form).Run(cancellation);

    public Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation) =>
        database.Command(DeleteOld, at.ToUniversalTime()).Run(cancellation);
}
