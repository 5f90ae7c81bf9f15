using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Credits;

[Collection(PostgresEngine.Collection)]
public sealed class PostgresApprovalInboxTests(PostgresEngine engine) : ApprovalInboxContract(engine);
