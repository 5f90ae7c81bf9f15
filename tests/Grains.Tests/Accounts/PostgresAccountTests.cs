using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Accounts;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresAccountTests(PostgresEngine engine) : AccountContract(engine);
