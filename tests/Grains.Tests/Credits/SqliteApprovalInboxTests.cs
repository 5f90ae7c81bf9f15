using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Credits;

[Collection(SqliteEngine.Collection)]
public sealed class SqliteApprovalInboxTests(SqliteEngine engine) : ApprovalInboxContract(engine);
