using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.BillRuns;

public sealed class PostgresBillRunStoreTests(PostgresFixture fixture)
    : BillRunStoreContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
