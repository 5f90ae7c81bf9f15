using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class PostgresOccupancyTests(PostgresFixture fixture)
    : OccupancyContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string Scripts => "Postgres";

    protected override string WithoutDays => """
        alter table contract drop column starts_on, drop column ends_on
        """;
}
