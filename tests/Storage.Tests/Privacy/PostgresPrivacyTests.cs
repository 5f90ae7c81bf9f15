using BillingActors.Storage.MasterData;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Privacy;

public sealed class PostgresPrivacyTests(PostgresFixture fixture)
    : PrivacyContract(StoreSet.Of(fixture, Master)), IClassFixture<PostgresFixture>
{
    private protected override IMasterDataTable Table { get; } = new PostgresMasterDataTable(fixture.Database);

    protected override StoreSet Under(MasterKey master) => StoreSet.Of(fixture, master);

    protected override Task<IReadOnlyList<Cell>> Cells() => PostgresCells.Of(fixture.Database.Source);

    protected override string Literal(byte[] bytes) => $@"'\x{Convert.ToHexString(bytes)}'::bytea";
}
