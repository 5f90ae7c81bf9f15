namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Calls of a program over PostgreSQL.</summary>
[Trait("Group", "Postgres")]
public sealed class PostgresWebhookCallTests(PostgresWebhookWorld world)
    : WebhookCallContract(world), IClassFixture<PostgresWebhookWorld>;
