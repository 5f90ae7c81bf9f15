namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The world of mail over an SQLite file.</summary>
public sealed class SqliteMailWorld() : MailWorld(new SqliteMarket());
