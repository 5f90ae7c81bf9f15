using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteLegalEntityDraftTests(SqliteEngine engine) : LegalEntityDraftContract(engine);
