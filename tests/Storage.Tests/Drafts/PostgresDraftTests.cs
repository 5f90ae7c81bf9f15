using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Drafts;

public sealed class PostgresDraftTests(PostgresFixture fixture)
    : DraftContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
