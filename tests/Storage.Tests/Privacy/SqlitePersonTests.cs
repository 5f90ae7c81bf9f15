using BillingActors.Storage.Tests.Verification;

namespace BillingActors.Storage.Tests.Privacy;

public sealed class SqlitePersonTests() : PersonContract(new SqliteVerifiedDatabase());
