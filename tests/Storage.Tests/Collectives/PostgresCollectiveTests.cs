using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Collectives;

public sealed class PostgresCollectiveTests(PostgresFixture fixture)
    : CollectiveContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
