namespace BillingActors.Grains.Tests.Engine;

/// <summary>One cluster for all tests on PostgreSQL; every test works in a legal entity of its own.</summary>
[CollectionDefinition(PostgresEngine.Collection)]
public sealed class PostgresEngineTests : ICollectionFixture<PostgresEngine>;
