using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Mediation;

/// <summary>The promises over Sqlite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteMediationTests(SqliteEngine engine) : MediationContract(engine);
