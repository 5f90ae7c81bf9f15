using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Cash;

public sealed class PostgresUnidentifiedCashTests(PostgresFixture fixture)
    : UnidentifiedCashContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
