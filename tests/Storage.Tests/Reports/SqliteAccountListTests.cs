using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteAccountListTests(SqliteFixture fixture)
    : AccountListContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
