using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Drafts;

public sealed class SqliteDraftTests(SqliteFixture fixture)
    : DraftContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
