using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Meters;

public sealed class SqliteMeterDataTests(SqliteFixture fixture)
    : MeterDataContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
