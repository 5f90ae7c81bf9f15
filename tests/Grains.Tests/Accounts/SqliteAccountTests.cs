using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Accounts;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteAccountTests(SqliteEngine engine) : AccountContract(engine);
