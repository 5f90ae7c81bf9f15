using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Charging;

public sealed class PostgresUsageStoreTests(PostgresFixture fixture)
    : UsageStoreContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string Holds(string column, string hex) => $"position(decode('{hex}', 'hex') in {column}) > 0";
}
