using BillingActors.Storage.Accounts;
using BillingActors.Storage.Sqlite.Accounts;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class SqliteAccountStoreTests(SqliteFixture fixture)
    : AccountStoreContract(options => StorageHosting.SqliteAccounts(fixture.Database, options)),
    IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Unbalanced_postings_are_refused_by_the_database()
    {
        await Sql($"insert into posting values ('{Key("A")}', 1, 0, 'receivables', 'EUR', 5, '2025-01-01')");

        await Assert.ThrowsAsync<UnbalancedEntryException>(() => fixture.Database.Write(
            transaction => new SqliteAccountRows().CheckBalance(transaction, Key("A"), 1), Cancellation));
    }

    protected override Task<long> Sql(string sql) => fixture.Sql(sql);
}
