using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Transfers;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresTransferTests(PostgresEngine engine) : TransferContract(engine);
