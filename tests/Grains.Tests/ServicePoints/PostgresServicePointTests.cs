using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.ServicePoints;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresServicePointTests(PostgresEngine engine) : ServicePointContract(engine);
