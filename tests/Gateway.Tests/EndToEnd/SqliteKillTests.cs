namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Kills on an SQLite file.</summary>
[Trait("Group", "Kill")]
public sealed class SqliteKillTests(SqliteMarket market) : KillContract(market), IClassFixture<SqliteMarket>;
