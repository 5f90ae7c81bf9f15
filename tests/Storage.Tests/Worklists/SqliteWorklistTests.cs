using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Worklists;

public sealed class SqliteWorklistTests(SqliteFixture fixture)
    : WorklistContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
