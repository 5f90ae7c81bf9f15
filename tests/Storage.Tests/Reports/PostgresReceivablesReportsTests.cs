using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresReceivablesReportsTests(PostgresFixture fixture)
    : ReceivablesReportsContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
