using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresInvoiceListTests(PostgresFixture fixture)
    : InvoiceListContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
