using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Closing;

public sealed class PostgresPeriodStoreTests(PostgresFixture fixture)
    : PeriodStoreContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
