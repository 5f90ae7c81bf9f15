using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Cash;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteCashTests(SqliteEngine engine) : CashContract(engine);
