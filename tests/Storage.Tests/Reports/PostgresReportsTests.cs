using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresReportsTests(PostgresFixture fixture)
    : ReportsContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
