using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Transfers;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteTransferTests(SqliteEngine engine) : TransferContract(engine);
