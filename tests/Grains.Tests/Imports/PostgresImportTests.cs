using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Imports;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresImportTests(PostgresEngine engine) : ImportContract(engine);
