using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Deliveries;

public sealed class SqliteDeliveryTests(SqliteFixture fixture)
    : DeliveryContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string NoBytes => "x''";
}
