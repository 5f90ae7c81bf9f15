using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteInvoiceListTests(SqliteFixture fixture)
    : InvoiceListContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
