using System.Text;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.MasterData;

public sealed class SqliteMasterDataStoreTests(SqliteFixture fixture) : MasterDataStoreContract, IClassFixture<SqliteFixture>
{
    private protected override IMasterDataTable Table { get; } = new SqliteMasterDataTable(fixture.Database);

    protected override async Task<bool> Contains(string text)
    {
        foreach (var path in (string[])[fixture.Database.Path, fixture.Database.Path + "-wal"])
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                return true;
        }
        return false;
    }
}
