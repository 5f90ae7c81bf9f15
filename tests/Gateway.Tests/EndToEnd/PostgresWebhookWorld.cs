namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The world of webhooks over PostgreSQL; without a server its tests fail, they never skip.</summary>
public sealed class PostgresWebhookWorld() : WebhookWorld(new PostgresMarket());
