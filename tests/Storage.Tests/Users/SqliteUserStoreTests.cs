using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Users;

public sealed class SqliteUserStoreTests(SqliteFixture fixture)
    : UserStoreContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
