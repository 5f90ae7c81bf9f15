using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Postgres.Audit;
using Npgsql;

namespace BillingActors.Storage.Postgres.Keys;

/// <summary>API keys on PostgreSQL.</summary>
internal sealed class PostgresKeyStore(PostgresDatabase database) : IKeyStore
{
    private const string Columns =
        "key_id, name, person_id, roles, entities, created_at, expires_at, revoked_at, last_used_at";

    private const string Insert = $"""
        insert into api_key({Columns}, secret_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Select = $"select {Columns}, secret_hash from api_key where key_id = $1";

    private const string SelectAll = $"select {Columns} from api_key order by created_at desc, key_id limit 1000";

    private const string SetRevoked = "update api_key set revoked_at = $2 where key_id = $1 and revoked_at is null";

    private const string SetUsed = """
        update api_key set last_used_at = $2
        where key_id = $1 and (last_used_at is null or last_used_at <= $2 - interval '1 minute')
        """;

    public Task Add(StoredKey key, AuditEntry noted, CancellationToken cancellation)
    {
        var view = key.View;
        return database.InTransaction(
            async transaction =>
            {
                await transaction.Command(
                    Insert, view.KeyId, view.Name, view.PersonId, view.Roles.ToArray(), view.Entities.ToArray(),
                    view.CreatedAt.ToUniversalTime(), view.ExpiresAt.ToUniversalTime(),
                    view.RevokedAt?.ToUniversalTime(), view.LastUsedAt?.ToUniversalTime(),
                    key.SecretHash.ToArray()).Run(cancellation);
                return await transaction.Append(noted, cancellation);
            },
            cancellation);
    }

    public async Task<StoredKey?> Read(string keyId, CancellationToken cancellation) =>
        (await database.Command(Select, keyId).Query(
            row => new StoredKey(ReadView(row), row.GetFieldValue<byte[]>(9)), cancellation)).FirstOrDefault();

    public Task<ImmutableArray<ApiKeyView>> List(CancellationToken cancellation) =>
        database.Command(SelectAll).Query(ReadView, cancellation);

    public Task<bool> Revoke(string keyId, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var at = noted.At.ToUniversalTime();
                if (await transaction.Command(SetRevoked, keyId, at).Run(cancellation) == 0)
                    return false;
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);

    public Task Used(string keyId, DateTimeOffset at, CancellationToken cancellation) =>
        database.Command(SetUsed, keyId, at.ToUniversalTime()).Run(cancellation);

    private static ApiKeyView ReadView(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        [.. row.GetFieldValue<string[]>(3)],
        [.. row.GetFieldValue<string[]>(4)],
        row.GetFieldValue<DateTimeOffset>(5),
        row.GetFieldValue<DateTimeOffset>(6),
        InstantOrNull(row, 7),
        InstantOrNull(row, 8));

    private static DateTimeOffset? InstantOrNull(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
