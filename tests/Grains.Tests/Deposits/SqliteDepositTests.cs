using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Deposits;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteDepositTests(SqliteEngine engine) : DepositContract(engine);
