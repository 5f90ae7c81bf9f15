using BillingActors.Storage.Tests.Verification;

namespace BillingActors.Storage.Tests.Privacy;

public sealed class PostgresPersonTests() : PersonContract(new PostgresVerifiedDatabase());
