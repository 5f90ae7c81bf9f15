using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Collectives;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresCollectiveTests(PostgresEngine engine) : CollectiveContract(engine);
