using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Meters;

public sealed class PostgresMeterDataTests(PostgresFixture fixture)
    : MeterDataContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
