using BillingActors.Storage.Ledger;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Postgres.Ledger;

/// <summary>Reads the books of a PostgreSQL database on one snapshot.</summary>
internal sealed class PostgresBooksReader(PostgresDatabase database) : IBooksReader
{
    public async Task<T> Read<T>(Func<Books, T> work, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var snapshot = await PostgresDatabase.BeginSnapshot(connection, cancellation);
        var books = new Books(snapshot, areInPostgres: true);
        return await Task.Run(() => work(books), cancellation);
    }
}
