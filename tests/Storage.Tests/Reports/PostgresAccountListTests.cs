using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresAccountListTests(PostgresFixture fixture)
    : AccountListContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
