using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresDepositReportsTests(PostgresFixture fixture)
    : DepositReportsContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
