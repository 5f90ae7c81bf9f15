using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.MasterData;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Notes;

public sealed class SqliteNoteTests(SqliteFixture fixture)
    : NoteContract(StoreSet.Of(fixture), master => StoreSet.Of(fixture, master)), IClassFixture<SqliteFixture>
{
    protected override string NoBytes => "x''";

    protected override Task Rotate(MasterKey one, MasterKey two, string entityId) =>
        new KeyRing(new OneEntity(new SqliteMasterDataTable(fixture.Database), entityId), one)
            .Rotate(two, TestContext.Current.CancellationToken);
}
