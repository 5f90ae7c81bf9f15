using BillingActors.Storage.Accounts;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Tests.Fixtures;
using Npgsql;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class PostgresAccountStoreTests(PostgresFixture fixture)
    : AccountStoreContract(options => StorageHosting.PostgresAccounts(fixture.Database, options)),
    IClassFixture<PostgresFixture>
{
    private const string Timeout = "show idle_in_transaction_session_timeout";

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
    public async Task A_writer_that_stands_still_keeps_nobody_waiting_for_ever()
    {
        var opened = await Append(Open(Key("A")));
        await using var frozen = new PostgresDatabase(new NpgsqlConnectionStringBuilder(fixture.ConnectionString)
        {
            Options = "-c idle_in_transaction_session_timeout=300ms",
        }.ConnectionString);
        await using var connection = await frozen.Open(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var half = new NpgsqlCommand(
            $"""
            insert into account_event(account_key, version, at, command_id, request_hash, reference, actor_kind, actor,
                source, reason, previous, body, booked_from)
            select account_key, version + 1, at, 'half-done', request_hash, reference,
                actor_kind, actor, source, reason, previous, body, booked_from
            from account_event where account_key = '{Key("A")}'
            """, connection, transaction);
        Assert.Equal(1, await half.ExecuteNonQueryAsync(Cancellation));

        // Its version is taken and nobody knows yet whether for good: this waits until the server ends the other.
        Assert.Equal(2, (await Append(Charge(opened, 1))).Version);
        var told = await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Cancellation));
        Assert.True(told is not PostgresException ended || ended.SqlState == "25P03", told.Message);
    }

    [Fact]
    public async Task Writers_may_stand_still_for_ten_seconds_and_readers_as_long_as_they_like()
    {
        await using var plain = fixture.Database.Source.CreateCommand(Timeout);
        Assert.Equal("10s", await plain.ExecuteScalarAsync(Cancellation));
        await using var connection = await fixture.Database.Open(Cancellation);
        await using var snapshot = await PostgresDatabase.BeginSnapshot(connection, Cancellation);
        await using var asked = new NpgsqlCommand(Timeout, connection, snapshot);
        Assert.Equal("0", await asked.ExecuteScalarAsync(Cancellation));
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
