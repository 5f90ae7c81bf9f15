using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Keys;

public sealed class SqliteKeyStoreTests(SqliteFixture fixture)
    : KeyStoreContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
