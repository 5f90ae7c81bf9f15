using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteReportsTests(SqliteFixture fixture)
    : ReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
