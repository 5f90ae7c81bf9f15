using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Charging;

/// <summary>The promises over Postgres.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresUsageTests(PostgresEngine engine) : UsageContract(engine);
