namespace BillingActors.Storage.Tests.Verification;

public sealed class PostgresVerificationTests() : VerificationContract(new PostgresVerifiedDatabase());
