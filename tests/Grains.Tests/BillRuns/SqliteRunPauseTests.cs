using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteRunPauseTests(SqliteEngine engine) : RunPauseContract(engine);
