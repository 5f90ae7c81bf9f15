using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresRunPauseTests(PostgresEngine engine) : RunPauseContract(engine);
