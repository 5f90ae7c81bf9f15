using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class PostgresAgeingReportsTests(PostgresFixture fixture)
    : AgeingReportsContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string False => "false";
}
