using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.MasterData;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Notes;

public sealed class PostgresNoteTests(PostgresFixture fixture)
    : NoteContract(StoreSet.Of(fixture), master => StoreSet.Of(fixture, master)), IClassFixture<PostgresFixture>
{
    protected override string NoBytes => "''::bytea";

    protected override Task Rotate(MasterKey one, MasterKey two, string entityId) =>
        new KeyRing(new OneEntity(new PostgresMasterDataTable(fixture.Database), entityId), one)
            .Rotate(two, TestContext.Current.CancellationToken);
}
