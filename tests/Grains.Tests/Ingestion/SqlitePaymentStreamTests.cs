using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Ingestion;

[Collection(SqliteEngine.Collection)]
public sealed class SqlitePaymentStreamTests(SqliteEngine engine) : PaymentStreamContract(engine);
