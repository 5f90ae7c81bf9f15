using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Cash;

public sealed class SqliteUnidentifiedCashTests(SqliteFixture fixture)
    : UnidentifiedCashContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
