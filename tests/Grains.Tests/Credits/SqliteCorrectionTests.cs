using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Credits;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteCorrectionTests(SqliteEngine engine) : CorrectionContract(engine);
