using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.DueWork;

public sealed class SqliteDueWorkTests(SqliteFixture fixture)
    : DueWorkContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
