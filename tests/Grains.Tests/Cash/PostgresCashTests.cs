using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Cash;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresCashTests(PostgresEngine engine) : CashContract(engine);
