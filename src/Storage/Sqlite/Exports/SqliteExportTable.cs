using System.Collections.Immutable;
using BillingActors.Storage.Exports;

namespace BillingActors.Storage.Sqlite.Exports;

/// <summary>Long exports on SQLite.</summary>
internal sealed class SqliteExportTable(SqliteDatabase database) : IExportTable
{
    public Task<int> Run(string sql, object?[] values, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Execute(sql, values), cancellation);

    public Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> List(CancellationToken cancellation) =>
        database.All(ExportSql.List, ExportSql.Read, cancellation);

    public Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> Claim(
        object?[] values, CancellationToken cancellation) => database.Write<ImmutableArray<(StoredExport, byte[])>>(
        transaction => [.. transaction.Query(ExportSql.Claim, ExportSql.Read, values)], cancellation);
}
