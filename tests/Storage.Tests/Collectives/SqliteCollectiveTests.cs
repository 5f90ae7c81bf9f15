using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Collectives;

public sealed class SqliteCollectiveTests(SqliteFixture fixture)
    : CollectiveContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
