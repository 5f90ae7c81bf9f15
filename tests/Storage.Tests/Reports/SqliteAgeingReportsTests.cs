using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteAgeingReportsTests(SqliteFixture fixture)
    : AgeingReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string False => "0";
}
