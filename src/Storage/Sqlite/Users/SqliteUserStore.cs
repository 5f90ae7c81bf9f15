using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Sqlite.Audit;
using BillingActors.Storage.Users;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Users;

/// <summary>The people of the console on SQLite.</summary>
internal sealed class SqliteUserStore(SqliteDatabase database) : IUserStore
{
    private const string Columns =
        "person_id, name, roles, entities, is_active, version, changed_at, changed_by";

    private const string Insert = $"""
        insert into console_user({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """;

    private const string Update = """
        update console_user
        set name = $2, roles = $3, entities = $4, is_active = $5, version = $6, changed_at = $7, changed_by = $8
        where person_id = $1 and version = $6 - 1
        """;

    private const string Select = $"select {Columns} from console_user where person_id = $1";

    private const string SelectAfter =
        $"select {Columns} from console_user where person_id > $1 order by person_id limit $2";

    public Task<StoredUser?> Find(string personId, CancellationToken cancellation) => database.Read(
        connection => connection.Query(Select, ReadUser, personId).FirstOrDefault(), cancellation);

    public Task<ImmutableArray<StoredUser>> List(string afterId, int countMax, CancellationToken cancellation) =>
        database.Read<ImmutableArray<StoredUser>>(
            connection => [.. connection.Query(SelectAfter, ReadUser, afterId, countMax)], cancellation);

    public Task<bool> Put(StoredUser user, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            var rowCount = transaction.Execute(
                user.Version == 0 ? Insert : Update, user.PersonId, user.Name, JsonSerializer.Serialize(user.Roles),
                JsonSerializer.Serialize(user.Entities), user.IsActive ? 1L : 0L, user.Version + 1,
                Microseconds.Of(user.ChangedAt), user.ChangedBy);
            if (rowCount == 0)
                return false;
            transaction.Append(noted);
            return true;
        },
        cancellation);

    private static StoredUser ReadUser(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Words(row.GetString(2)),
        Words(row.GetString(3)),
        row.GetInt64(4) == 1,
        row.GetInt64(5),
        Microseconds.ToInstant(row.GetInt64(6)),
        row.GetString(7));

    private static ImmutableArray<string> Words(string text) =>
        JsonSerializer.Deserialize<ImmutableArray<string>>(text);
}
