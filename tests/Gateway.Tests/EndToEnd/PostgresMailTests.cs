namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Mail of a program over PostgreSQL.</summary>
[Trait("Group", "Postgres")]
public sealed class PostgresMailTests(PostgresMailWorld world)
    : MailContract(world), IClassFixture<PostgresMailWorld>;
