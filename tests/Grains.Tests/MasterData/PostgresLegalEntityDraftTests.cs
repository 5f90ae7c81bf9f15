using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresLegalEntityDraftTests(PostgresEngine engine) : LegalEntityDraftContract(engine);
