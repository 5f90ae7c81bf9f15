using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Verification;

/// <summary>Verifies a SQLite file within one read transaction; writers go on meanwhile.</summary>
internal sealed class SqliteVerification(SqliteDatabase database, MasterKey master) : IVerification
{
    public Task<VerificationReport> Run(
        OutsideSeal? outside, IProgress<VerificationProgress>? progress, CancellationToken cancellation) =>
        database.Read(connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return new Verifier(new Books(snapshot, areInPostgres: false), master, progress, cancellation).Run(outside);
        },
        cancellation);
}
