using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteCollectionReportsTests(SqliteFixture fixture)
    : CollectionReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
