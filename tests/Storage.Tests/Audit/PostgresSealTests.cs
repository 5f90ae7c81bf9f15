using BillingActors.Storage.Tests.Verification;

namespace BillingActors.Storage.Tests.Audit;

public sealed class PostgresSealTests() : SealContract(new PostgresVerifiedDatabase());
