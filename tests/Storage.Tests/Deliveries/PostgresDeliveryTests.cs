using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Deliveries;

public sealed class PostgresDeliveryTests(PostgresFixture fixture)
    : DeliveryContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string NoBytes => "''::bytea";
}
