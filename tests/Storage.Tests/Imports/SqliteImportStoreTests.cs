using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Imports;

public sealed class SqliteImportStoreTests(SqliteFixture fixture)
    : ImportStoreContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
