namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Kills on PostgreSQL.</summary>
[Trait("Group", "Kill")]
public sealed class PostgresKillTests(PostgresMarket market) : KillContract(market), IClassFixture<PostgresMarket>;
