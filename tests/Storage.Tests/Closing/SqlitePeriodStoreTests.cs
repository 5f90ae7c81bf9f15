using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Closing;

public sealed class SqlitePeriodStoreTests(SqliteFixture fixture)
    : PeriodStoreContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
