using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresCollectionReportsTests(PostgresFixture fixture)
    : CollectionReportsContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
