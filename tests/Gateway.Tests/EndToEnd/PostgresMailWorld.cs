namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The world of mail over PostgreSQL; without a server its tests fail, they never skip.</summary>
public sealed class PostgresMailWorld() : MailWorld(new PostgresMarket());
