using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Evidence;

public sealed class SqliteEvidenceTests(SqliteFixture fixture)
    : EvidenceContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
