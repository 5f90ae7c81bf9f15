using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Webhooks;

public sealed class SqliteWebhookTests(SqliteFixture fixture)
    : WebhookContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
