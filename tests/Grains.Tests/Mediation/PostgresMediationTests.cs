using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Mediation;

/// <summary>The promises over Postgres.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresMediationTests(PostgresEngine engine) : MediationContract(engine);
