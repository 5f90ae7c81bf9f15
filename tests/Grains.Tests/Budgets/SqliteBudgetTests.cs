using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Budgets;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteBudgetTests(SqliteEngine engine) : BudgetContract(engine);
