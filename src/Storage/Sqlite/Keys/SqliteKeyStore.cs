using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Sqlite.Audit;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Keys;

/// <summary>API keys on SQLite.</summary>
internal sealed class SqliteKeyStore(SqliteDatabase database) : IKeyStore
{
    private const string Columns =
        "key_id, name, person_id, roles, entities, created_at, expires_at, revoked_at, last_used_at";

    private const string Insert = $"""
        insert into api_key({Columns}, secret_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Select = $"select {Columns}, secret_hash from api_key where key_id = $1";

    private const string SelectAll = $"select {Columns} from api_key order by created_at desc, key_id limit 1000";

    private const string SetRevoked = "update api_key set revoked_at = $2 where key_id = $1 and revoked_at is null";

    /// <summary>$3 is a minute before $2.</summary>
    private const string SetUsed = """
        update api_key set last_used_at = $2
        where key_id = $1 and (last_used_at is null or last_used_at <= $3)
        """;

    public Task Add(StoredKey key, AuditEntry noted, CancellationToken cancellation)
    {
        var view = key.View;
        return database.Write(
            transaction =>
            {
                transaction.Execute(
                    Insert, view.KeyId, view.Name, view.PersonId, Text(view.Roles), Text(view.Entities),
                    Microseconds.Of(view.CreatedAt), Microseconds.Of(view.ExpiresAt),
                    Microseconds.OrNull(view.RevokedAt), Microseconds.OrNull(view.LastUsedAt),
                    key.SecretHash.ToArray());
                transaction.Append(noted);
            },
            cancellation);
    }

    public Task<StoredKey?> Read(string keyId, CancellationToken cancellation) => database.Read(
        connection => connection.Query(
            Select, row => new StoredKey(ReadView(row), row.GetFieldValue<byte[]>(9)), keyId).FirstOrDefault(),
        cancellation);

    public Task<ImmutableArray<ApiKeyView>> List(CancellationToken cancellation) =>
        database.Read<ImmutableArray<ApiKeyView>>(
        connection => [.. connection.Query(SelectAll, ReadView)], cancellation);

    public Task<bool> Revoke(string keyId, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (transaction.Execute(SetRevoked, keyId, Microseconds.Of(noted.At)) == 0)
                return false;
            transaction.Append(noted);
            return true;
        },
        cancellation);

    public Task Used(string keyId, DateTimeOffset at, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(
            SetUsed, keyId, Microseconds.Of(at), Microseconds.Of(at.AddMinutes(-1))),
        cancellation);

    private static ApiKeyView ReadView(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        Words(row.GetString(3)),
        Words(row.GetString(4)),
        Microseconds.ToInstant(row.GetInt64(5)),
        Microseconds.ToInstant(row.GetInt64(6)),
        row.InstantOrNull(7),
        row.InstantOrNull(8));

    private static string Text(ImmutableArray<string> words) => JsonSerializer.Serialize(words);

    private static ImmutableArray<string> Words(string text) =>
        JsonSerializer.Deserialize<ImmutableArray<string>>(text);
}
