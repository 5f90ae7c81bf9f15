using BillingActors.Storage.Drafts;

namespace BillingActors.Storage.Sqlite.Drafts;

/// <summary>Drafts on SQLite.</summary>
internal sealed class SqliteDraftTable(SqliteDatabase database) : IDraftTable
{
    private const string Upsert = """
        insert into form_draft(person_id, form, saved_at, body) values ($1, $2, $3, $4)
        on conflict (person_id, form) do update set saved_at = excluded.saved_at, body = excluded.body
        """;

    private const string Select = "select body, saved_at from form_draft where person_id = $1 and form = $2";

    private const string Delete = "delete from form_draft where person_id = $1 and form = $2";

    private const string DeleteOld = "delete from form_draft where saved_at < $1";

    public Task Put(DraftKey key, byte[] body, DateTimeOffset at, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(Upsert, key.PersonId, key.Form, Microseconds.Of(at), body), cancellation);

    public async Task<(byte[] Body, DateTimeOffset At)?> Find(DraftKey key, CancellationToken cancellation)
    {
        var found = await database.All(
            Select, row => (row.GetFieldValue<byte[]>(0), Microseconds.ToInstant(row.GetInt64(1))), cancellation,
            key.PersonId, key.Form);
        return found.IsEmpty ? null : found[0];
    }

    public Task Drop(DraftKey key, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(Delete, key.PersonId, key.Form), cancellation);

    public Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(DeleteOld, Microseconds.Of(at)), cancellation);
}
