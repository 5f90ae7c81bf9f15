using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Mediation;

public sealed class PostgresCallFileTests(PostgresFixture fixture)
    : CallFileContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
