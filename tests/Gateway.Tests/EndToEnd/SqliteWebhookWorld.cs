namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The world of webhooks over an SQLite file.</summary>
public sealed class SqliteWebhookWorld() : WebhookWorld(new SqliteMarket());
