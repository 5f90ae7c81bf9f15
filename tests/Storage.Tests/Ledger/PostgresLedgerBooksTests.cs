using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Ledger;

public sealed class PostgresLedgerBooksTests(PostgresFixture fixture)
    : LedgerBooksContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
