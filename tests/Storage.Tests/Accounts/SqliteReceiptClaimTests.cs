using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class SqliteReceiptClaimTests(SqliteFixture fixture)
    : ReceiptClaimContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string Scripts => "Sqlite";
}
