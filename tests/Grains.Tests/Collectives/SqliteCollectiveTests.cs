using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Collectives;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteCollectiveTests(SqliteEngine engine) : CollectiveContract(engine);
