namespace BillingActors.Storage.Tests.Verification;

public sealed class SqliteVerificationTests() : VerificationContract(new SqliteVerifiedDatabase());
