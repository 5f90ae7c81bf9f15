using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Charging;

public sealed class SqliteUsageStoreTests(SqliteFixture fixture)
    : UsageStoreContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string Holds(string column, string hex) => $"instr({column}, x'{hex}') > 0";
}
