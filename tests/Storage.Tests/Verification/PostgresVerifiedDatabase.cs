using BillingActors.Storage.MasterData;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Verification;

public sealed class PostgresVerifiedDatabase : VerifiedDatabase
{
    private readonly PostgresFixture _fixture;

    public PostgresVerifiedDatabase()
        : this(new PostgresFixture())
    {
    }

    private PostgresVerifiedDatabase(PostgresFixture fixture) => _fixture = fixture;

    public override IVerification Verification => new PostgresVerification(_fixture.Database, Master);

    private protected override IMasterDataTable Table => new PostgresMasterDataTable(_fixture.Database);

    public override string Replaced(string column, string text, string by) =>
        $"convert_to(replace(convert_from({column}, 'UTF8'), '{text}', '{by}'), 'UTF8')";

    public override string Bytes(string hex) => $@"'\x{hex}'::bytea";

    protected override ValueTask Create() => _fixture.InitializeAsync();

    protected override Task Create(string kind, Func<string, Task> fill) => _fixture.Initialize(kind, fill);

    protected override VerifiedDatabase At(string place) => new PostgresVerifiedDatabase(PostgresFixture.Of(place));

    protected override StoreSet OpenStores() => StoreSet.Of(_fixture, Master);

    protected override ValueTask Close() => _fixture.DisposeAsync();

    protected override string Unlock(string table) => $"alter table {table} disable trigger user";
}
