using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.ServicePoints;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteServicePointTests(SqliteEngine engine) : ServicePointContract(engine);
