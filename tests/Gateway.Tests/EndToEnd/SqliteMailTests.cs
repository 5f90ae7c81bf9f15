namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Mail of a program over an SQLite file.</summary>
public sealed class SqliteMailTests(SqliteMailWorld world)
    : MailContract(world), IClassFixture<SqliteMailWorld>;
