using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Deposits;

/// <summary>The promises on one silo over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresDepositTests(PostgresEngine engine) : DepositContract(engine);
