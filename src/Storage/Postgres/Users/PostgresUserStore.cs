using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Users;
using Npgsql;

namespace BillingActors.Storage.Postgres.Users;

/// <summary>The people of the console on PostgreSQL.</summary>
internal sealed class PostgresUserStore(PostgresDatabase database) : IUserStore
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

    public async Task<StoredUser?> Find(string personId, CancellationToken cancellation) =>
        (await database.Command(Select, personId).Query(ReadUser, cancellation)).FirstOrDefault();

    public Task<ImmutableArray<StoredUser>> List(string afterId, int countMax, CancellationToken cancellation) =>
        database.Command(SelectAfter, afterId, countMax).Query(ReadUser, cancellation);

    public Task<bool> Put(StoredUser user, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var rowCount = await transaction.Command(
                    user.Version == 0 ? Insert : Update, user.PersonId, user.Name, user.Roles.ToArray(),
                    user.Entities.ToArray(), user.IsActive, user.Version + 1, user.ChangedAt.ToUniversalTime(),
                    user.ChangedBy).Run(cancellation);
                if (rowCount == 0)
                    return false;
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);

    private static StoredUser ReadUser(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        [.. row.GetFieldValue<string[]>(2)],
        [.. row.GetFieldValue<string[]>(3)],
        row.GetBoolean(4),
        row.GetInt64(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetString(7));
}
