using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteBillRunTests(SqliteEngine engine) : BillRunContract(engine);
