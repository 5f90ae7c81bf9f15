using System.Collections.Immutable;
using BillingActors.Storage.Users;

namespace BillingActors.Storage.Postgres.Users;

/// <summary>Keys that protect sessions on PostgreSQL.</summary>
internal sealed class PostgresProtectionKeyStore(PostgresDatabase database) : IProtectionKeyStore
{
    private const string Insert = """
        insert into protection_key(name, master_key_id, sealed_key) values ($1, $2, $3) on conflict do nothing
        """;

    private const string Select = "select sealed_key from protection_key where master_key_id = $1 order by position";

    public Task<ImmutableArray<byte[]>> Read(string masterKeyId, CancellationToken cancellation) =>
        database.Command(Select, masterKeyId).Query(row => row.GetFieldValue<byte[]>(0), cancellation);

    public Task Add(string name, string masterKeyId, byte[] sealedKey, CancellationToken cancellation) =>
        database.Command(Insert, name, masterKeyId, sealedKey).Run(cancellation);
}
