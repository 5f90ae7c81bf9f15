using BillingActors.Storage.Accounts;
using BillingActors.Storage.Tests.Fixtures;
using Npgsql;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class PostgresAccountStoreTests(PostgresFixture fixture)
    : AccountStoreContract(options => StorageHosting.PostgresAccounts(fixture.Database, options)),
    IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Unbalanced_postings_are_refused_by_the_database()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql($"""
            insert into posting(account_key, version, line, ledger_account, currency, amount_minor, booked_on)
            values ('{Key("A")}', 1, 0, 'receivables', 'EUR', 5, '2025-01-01'),
                ('{Key("A")}', 1, 1, 'revenue/x', 'USD', -5, '2025-01-01')
            """));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_connection_that_dies_during_the_commit_leaves_an_unknown_outcome()
    {
        await Sql("""
            create function die() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
            create constraint trigger die after insert on account_event deferrable initially deferred
                for each row when (new.command_id like 'die-%') execute function die();
            """);
        var opened = await Append(Open(Key("A")));

        var outcome = await Try(Charge(opened, 1).WithCommandId("die-in-commit"));

        Assert.IsType<UnknownOutcomeException>(outcome);
        await Assert.ThrowsAsync<UnknownOutcomeException>(
            () => Store.AppendPage([Charge(opened, 1).WithCommandId("die-in-commit")], null, Cancellation));
        Assert.Equal(2, (await Append(Charge(opened, 1))).Version);
    }

    [Fact]
    public async Task Two_pages_and_a_desk_at_once_store_each_account_once()
    {
        var accounts = (await Store.AppendPage(
            [.. Enumerable.Range(0, 200).Select(i => Open(Key($"P{i:D3}")))], null, Cancellation)).Stored;
        var pages = Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Store.AppendPage([.. accounts.Select(account => Bill(account))], null, Cancellation), Cancellation));
        var desk = accounts.Select(account => Try(Charge(account, 1)));

        var outcomes = await Task.WhenAll(pages);
        var charged = (await Task.WhenAll(desk)).Count(outcome => outcome is null);

        Assert.Equal(accounts.Length, charged + outcomes.Sum(outcome => outcome.Stored.Length));
        await AssertGapless(outcomes.Sum(outcome => outcome.Stored.Length));
    }

    protected override Task<long> Sql(string sql) => fixture.Sql(sql);
}
