using BillingActors.Storage.Ledger;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Sqlite.Ledger;

/// <summary>Reads the books of a SQLite file within one read transaction.</summary>
internal sealed class SqliteBooksReader(SqliteDatabase database) : IBooksReader
{
    public Task<T> Read<T>(Func<Books, T> work, CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return work(new Books(snapshot, areInPostgres: false));
        },
        cancellation);
}
