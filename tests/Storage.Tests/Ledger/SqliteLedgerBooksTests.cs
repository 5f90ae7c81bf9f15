using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Ledger;

public sealed class SqliteLedgerBooksTests(SqliteFixture fixture)
    : LedgerBooksContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
