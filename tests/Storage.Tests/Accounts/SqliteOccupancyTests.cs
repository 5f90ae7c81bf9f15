using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class SqliteOccupancyTests(SqliteFixture fixture)
    : OccupancyContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string Scripts => "Sqlite";

    protected override string WithoutDays => """
        create table plain(
            service_point_id text not null, account_key text not null, contract_id text not null,
            primary key (service_point_id, account_key, contract_id)) strict, without rowid;
        insert into plain select service_point_id, account_key, contract_id from contract;
        drop table contract;
        alter table plain rename to contract;
        """;
}
