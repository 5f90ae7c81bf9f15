using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Budgets;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresBudgetTests(PostgresEngine engine) : BudgetContract(engine);
