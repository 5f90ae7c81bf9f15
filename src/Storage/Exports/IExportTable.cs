using System.Collections.Immutable;

namespace BillingActors.Storage.Exports;

/// <summary>Where sealed exports lie, one per database.</summary>
internal interface IExportTable
{
    /// <summary>Runs one of <see cref="ExportSql"/>; answers how many rows it changed.</summary>
    Task<int> Run(string sql, object?[] values, CancellationToken cancellation);

    /// <summary>All rows, sealed.</summary>
    Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> List(CancellationToken cancellation);

    /// <summary>Runs <see cref="ExportSql.Claim"/>; none where nothing was free.</summary>
    Task<ImmutableArray<(StoredExport Job, byte[] Wish)>> Claim(object?[] values, CancellationToken cancellation);
}
