using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Privacy;

public sealed class SqlitePrivacyTests(SqliteFixture fixture)
    : PrivacyContract(StoreSet.Of(fixture, Master)), IClassFixture<SqliteFixture>
{
    private protected override IMasterDataTable Table { get; } = new SqliteMasterDataTable(fixture.Database);

    protected override StoreSet Under(MasterKey master) => StoreSet.Of(fixture, master);

    protected override Task<IReadOnlyList<Cell>> Cells() => SqliteCells.Of(fixture.Database.Path);

    protected override string Literal(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";
}
