using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Credits;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresCorrectionTests(PostgresEngine engine) : CorrectionContract(engine);
