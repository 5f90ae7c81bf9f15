namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Calls of a program over an SQLite file.</summary>
public sealed class SqliteWebhookCallTests(SqliteWebhookWorld world)
    : WebhookCallContract(world), IClassFixture<SqliteWebhookWorld>;
