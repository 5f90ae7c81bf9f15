using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Postgres.Audit;

/// <summary>Seals on PostgreSQL.</summary>
internal sealed class PostgresSealTable(PostgresDatabase database) : ISealTable
{
    private const string Insert = "insert into audit_seal(number, body) values ($1, $2) on conflict do nothing";

    private const string InsertPart = "insert into audit_seal_part(number, part, body) values ($1, $2, $3)";

    private const string Select =
        "select body from audit_seal where $1 = 0 or number < $1 order by number desc limit $2";

    public async Task<T> OnBooks<T>(Func<Books, T> read, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var snapshot = await PostgresDatabase.BeginSnapshot(connection, cancellation);
        // Rows are read without waiting in between, so the work has a thread of its own.
        return await Task.Run(() => read(new Books(snapshot, areInPostgres: true)), cancellation);
    }

    public Task<bool> Add(
        AuditSeal seal, IReadOnlyList<byte[]> parts, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(Insert, seal.Number, seal.ToJson()).Run(cancellation) == 0)
                    return false;
                for (var part = 0; part < parts.Count; part++)
                    await transaction.Command(InsertPart, seal.Number, part, parts[part]).Run(cancellation);
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);

    public Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation) =>
        database.Command(Select, before, countMax).Query(row => AuditSeal.Parse(row.GetString(0)), cancellation);
}
