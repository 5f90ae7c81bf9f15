using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Ingestion;

[Collection(PostgresEngine.Collection)]
public sealed class PostgresPaymentStreamTests(PostgresEngine engine) : PaymentStreamContract(engine);
