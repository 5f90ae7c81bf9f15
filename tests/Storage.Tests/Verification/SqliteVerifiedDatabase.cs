using BillingActors.Storage.MasterData;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Verification;

public sealed class SqliteVerifiedDatabase : VerifiedDatabase
{
    private readonly SqliteFixture _fixture = new();

    public override IVerification Verification => new SqliteVerification(_fixture.Database, Master);

    private protected override IMasterDataTable Table => new SqliteMasterDataTable(_fixture.Database);

    public override string Replaced(string column, string text, string by) =>
        $"cast(replace(cast({column} as text), '{text}', '{by}') as blob)";

    public override string Bytes(string hex) => $"x'{hex}'";

    protected override async Task<StoreSet> Open()
    {
        await _fixture.InitializeAsync();
        return StoreSet.Of(_fixture, Master);
    }

    protected override ValueTask Close() => _fixture.DisposeAsync();

    protected override string Unlock(string table) =>
        $"drop trigger if exists {table}_kept; drop trigger if exists {table}_stays";
}
