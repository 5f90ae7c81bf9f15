using BillingActors.Storage.MasterData;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Verification;

public sealed class SqliteVerifiedDatabase : VerifiedDatabase
{
    private readonly SqliteFixture _fixture;

    public SqliteVerifiedDatabase()
        : this(new SqliteFixture())
    {
    }

    private SqliteVerifiedDatabase(SqliteFixture fixture) => _fixture = fixture;

    public override IVerification Verification => new SqliteVerification(_fixture.Database, Master);

    private protected override IMasterDataTable Table => new SqliteMasterDataTable(_fixture.Database);

    public override string Replaced(string column, string text, string by) =>
        $"cast(replace(cast({column} as text), '{text}', '{by}') as blob)";

    public override string Bytes(string hex) => $"x'{hex}'";

    protected override ValueTask Create() => _fixture.InitializeAsync();

    protected override Task Create(string kind, Func<string, Task> fill) => _fixture.Initialize(kind, fill);

    protected override VerifiedDatabase At(string place) => new SqliteVerifiedDatabase(SqliteFixture.Of(place));

    protected override StoreSet OpenStores() => StoreSet.Of(_fixture, Master);

    protected override ValueTask Close() => _fixture.DisposeAsync();

    protected override string Unlock(string table) =>
        $"drop trigger if exists {table}_kept; drop trigger if exists {table}_stays";
}
