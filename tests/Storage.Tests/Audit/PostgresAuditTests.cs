using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Audit;

public sealed class PostgresAuditTests(PostgresFixture fixture)
    : AuditContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
