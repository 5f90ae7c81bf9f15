using BillingActors.Storage.Postgres;
using BillingActors.Storage.Privacy;
using Npgsql;

namespace BillingActors.Storage.Verification;

/// <summary>Verifies a PostgreSQL database on one snapshot, read only; writers go on meanwhile.</summary>
internal sealed class PostgresVerification(PostgresDatabase database, MasterKey master) : IVerification
{
    private const string ReadOnly = "set transaction read only";

    public async Task<VerificationReport> Run(
        OutsideSeal? outside, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var snapshot = await PostgresDatabase.BeginSnapshot(connection, cancellation);
        await using (var command = new NpgsqlCommand(ReadOnly, connection, snapshot))
            await command.ExecuteNonQueryAsync(cancellation);
        // Rows are read and compared without waiting in between, so the work has threads of its own.
        var books = new Books(snapshot, areInPostgres: true);
        return await Task.Run(() => new Verifier(books, master, progress, cancellation).Run(outside), cancellation);
    }
}
