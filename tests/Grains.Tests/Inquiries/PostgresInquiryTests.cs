using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Inquiries;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresInquiryTests(PostgresEngine engine) : InquiryContract(engine);
