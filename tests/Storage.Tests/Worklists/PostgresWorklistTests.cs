using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Worklists;

public sealed class PostgresWorklistTests(PostgresFixture fixture)
    : WorklistContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
