using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Audit;

public sealed class SqliteAuditTests(SqliteFixture fixture)
    : AuditContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
