using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Imports;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteImportTests(SqliteEngine engine) : ImportContract(engine);
