using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Evidence;

public sealed class PostgresEvidenceTests(PostgresFixture fixture)
    : EvidenceContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
