using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.DueWork;

public sealed class PostgresDueWorkTests(PostgresFixture fixture)
    : DueWorkContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
