using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteTariffPublishingTests(SqliteEngine engine) : TariffPublishingContract(engine);
