using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteDepositReportsTests(SqliteFixture fixture)
    : DepositReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
