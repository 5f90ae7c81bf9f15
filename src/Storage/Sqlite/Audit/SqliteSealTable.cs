using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Sqlite.Audit;

/// <summary>Seals on SQLite.</summary>
internal sealed class SqliteSealTable(SqliteDatabase database) : ISealTable
{
    private const string Insert = "insert into audit_seal(number, body) values ($1, $2) on conflict do nothing";

    private const string InsertPart = "insert into audit_seal_part(number, part, body) values ($1, $2, $3)";

    private const string Select =
        "select body from audit_seal where $1 = 0 or number < $1 order by number desc limit $2";

    public Task<T> OnBooks<T>(Func<Books, T> read, CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return read(new Books(snapshot, areInPostgres: false));
        },
        cancellation);

    public Task<bool> Add(
        AuditSeal seal, IReadOnlyList<byte[]> parts, AuditEntry noted, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                if (transaction.Execute(Insert, seal.Number, seal.ToJson()) == 0)
                    return false;
                for (var part = 0; part < parts.Count; part++)
                    transaction.Execute(InsertPart, seal.Number, (long)part, parts[part]);
                transaction.Append(noted);
                return true;
            },
            cancellation);

    public Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation) =>
        database.All(Select, row => AuditSeal.Parse(row.GetString(0)), cancellation, before, countMax);
}
