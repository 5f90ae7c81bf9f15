using System.Collections.Immutable;
using BillingActors.Storage.Exports;

namespace BillingActors.Storage.Postgres.Exports;

/// <summary>Long exports on PostgreSQL.</summary>
internal sealed class PostgresExportTable(PostgresDatabase database) : IExportTable
{
    public Task<int> Run(string sql, object?[] values, CancellationToken cancellation) =>
        database.Command(sql, values).Run(cancellation);

    public Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> List(CancellationToken cancellation) =>
        database.Command(ExportSql.List).Query(ExportSql.Read, cancellation);

    public Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> Claim(
        object?[] values, CancellationToken cancellation) =>
        database.Command(ExportSql.Claim, values).Query(ExportSql.Read, cancellation);
}
