using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Charging;

/// <summary>The promises over Sqlite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteUsageTests(SqliteEngine engine) : UsageContract(engine);
