using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteReceivablesReportsTests(SqliteFixture fixture)
    : ReceivablesReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
