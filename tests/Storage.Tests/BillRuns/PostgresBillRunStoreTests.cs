using BillingActors.Domain.BillRuns;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;
using Npgsql;

namespace BillingActors.Storage.Tests.BillRuns;

public sealed class PostgresBillRunStoreTests(PostgresFixture fixture)
    : BillRunStoreContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    private const string WaitingCount = """
        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        """;

    private readonly PostgresFixture _fixture = fixture;

    [Fact]
    public async Task A_release_waits_for_who_changes_its_draft()
    {
        await Write(null, Ready(1));
        var account = await Stores.Accounts.Append(Turns.Open(Key(1), Turns.Started("CT-1")), Cancellation);
        await using var connection = await _fixture.Database.Source.OpenConnectionAsync(Cancellation);
        await using var change = await connection.BeginTransactionAsync(Cancellation);
        await Execute(connection, $"select 1 from bill_draft where run_id = '{Run}' for update");

        var release = Stores.Accounts.AppendPage(
            [Turns.Bill(account, Run)], new PageCheckpoint(Run, 0, "release", Key(1), true), Cancellation);
        await UntilOneWaits(release);
        await change.RollbackAsync(Cancellation);
        await release;

        Assert.Equal(DraftOutcome.Issued, (await Stores.Runs.ReadDraft(Run, Key(1), Cancellation))!.Outcome);
    }

    [Fact]
    public async Task A_late_page_waits_for_the_invoice_that_is_being_stored_and_then_changes_nothing()
    {
        await Write(null, Ready(1), Ready(2));
        var account = await Stores.Accounts.Append(Turns.Open(Key(1), Turns.Started("CT-1")), Cancellation);
        await Stores.Accounts.AppendPage(
            [Turns.Bill(account, Run)], new PageCheckpoint(Run, 0, "release", Key(1), true), Cancellation);
        await using var connection = await _fixture.Database.Source.OpenConnectionAsync(Cancellation);
        await using var issuing = await connection.BeginTransactionAsync(Cancellation);
        await Execute(
            connection,
            $"""
            create temp table issued on commit drop as select * from invoice where run_id = '{Run}';
            update issued set account_key = '{Key(2)}', number = number + 1000;
            insert into invoice select * from issued;
            select 1 from bill_draft where account_key = '{Key(2)}' for share
            """);

        var late = Write(null, Held(2));
        await UntilOneWaits(late);
        await issuing.CommitAsync(Cancellation);
        await late;

        var draft = (await Stores.Runs.ReadDraft(Run, Key(2), Cancellation))!;
        Assert.Equal((DraftOutcome.Issued, Ready(2).InputHash), (draft.Outcome, draft.InputHash));
        Assert.NotNull(draft.Plan);
        Assert.Empty(await Exceptions());
    }

    private async Task UntilOneWaits(Task work)
    {
        while (await _fixture.Sql(WaitingCount) == 0)
        {
            Assert.False(work.IsCompleted, "it did not wait");
            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
