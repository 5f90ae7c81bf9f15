using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Inquiries;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteInquiryTests(SqliteEngine engine) : InquiryContract(engine);
