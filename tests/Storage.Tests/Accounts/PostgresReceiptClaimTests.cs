using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class PostgresReceiptClaimTests(PostgresFixture fixture)
    : ReceiptClaimContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string Scripts => "Postgres";
}
