namespace BillingActors.Grains.Tests.Engine;

/// <summary>One silo for all tests on SQLite; every test works in a legal entity of its own.</summary>
[CollectionDefinition(SqliteEngine.Collection)]
public sealed class SqliteEngineTests : ICollectionFixture<SqliteEngine>;
