using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using CsCheck;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>What every account store promises, whatever lies below it.</summary>
public abstract partial class AccountStoreContract(Func<StorageOptions, IAccountStore> create) : IAsyncDisposable
{
    private static readonly string[] Tables =
        ["account_event", "account_snapshot", "posting", "invoice", "open_item", "account"];

    protected IAccountStore Store { get; } = create(new StorageOptions());

    protected string Entity { get; } = "E" + NewId();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Store).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs raw SQL; answers the first value as a number, 0 for none.</summary>
    protected abstract Task<long> Sql(string sql);

    [Fact]
    public async Task What_is_stored_is_what_is_loaded()
    {
        var opened = await Append(Open(Key("A"), Started("CT-1")));
        var billed = await Append(Bill(opened));

        var loaded = await Store.Load(Key("A"), Cancellation);

        AssertSame(billed, loaded);
        Assert.Equal(3, loaded.Version);
        Assert.Equal("INV-00000001", Assert.Single(loaded.State.OpenItems).Number);
        Assert.Equal(7140, loaded.State.Balance.Minor);
        Assert.Equal(Period(2), loaded.State.Contract("CT-1")!.BilledThrough);
    }

    [Fact]
    public async Task An_unknown_account_is_nothing_at_version_0()
    {
        var loaded = await Store.LoadMany([Key("B"), Key("A")], Cancellation);

        Assert.Equal($"{Key("B")} {Key("A")}", string.Join(" ", loaded.Select(account => account.Key)));
        Assert.All(loaded, account => Assert.Equal((0, Account.None), (account.Version, account.State)));
    }

    [Fact]
    public async Task Second_writer_at_the_same_version_loses()
    {
        var opened = await Append(Open(Key("A")));
        await Append(Charge(opened, 5));

        var lost = await Assert.ThrowsAsync<StaleVersionException>(() => Append(Charge(opened, 7)));

        Assert.Equal((Key("A"), 1), (lost.AccountKey, lost.ExpectedVersion));
    }

    [Fact]
    public async Task Two_at_once_at_the_same_version_and_one_wins()
    {
        var opened = await Append(Open(Key("A")));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(i => Try(Charge(opened, i))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(7, outcomes.Count(outcome => outcome is StaleVersionException));
        Assert.Equal(2, (await Store.Load(Key("A"), Cancellation)).Version);
    }

    [Fact]
    public async Task Of_a_loser_no_row_is_stored_anywhere()
    {
        var opened = await Append(Open(Key("A"), Started("CT-1")));
        await Append(Charge(opened, 5));
        var before = await Rows();

        await Assert.ThrowsAsync<StaleVersionException>(() => Append(Bill(opened, charges: 2)));
        var page = await Store.AppendPage([Bill(opened, charges: 2)], null, Cancellation);

        Assert.Equal([Key("A")], page.Lost);
        Assert.Empty(page.Stored);
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task A_commit_beyond_the_head_leaves_no_hole()
    {
        var opened = await Append(Open(Key("A")));
        var before = await Rows();

        await Assert.ThrowsAsync<StaleVersionException>(() => Append(Charge(opened with { Version = 4 }, 5, 6)));
        await Assert.ThrowsAsync<StaleVersionException>(() => Append(Charge(opened with { Key = Key("B") }, 5)));
        var page = await Store.AppendPage([Charge(opened with { Version = 2 }, 5)], null, Cancellation);

        Assert.Equal([Key("A")], page.Lost);
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task A_bad_commit_fails_alone()
    {
        var accounts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Append(Open(Key("A" + i)))));

        var outcomes = await Task.WhenAll(accounts.Select(
            (account, i) => Try(i == 7 ? Bill(account).WithCommandId("short") : Bill(account))));

        Assert.NotNull(outcomes[7]);
        Assert.IsNotType<StaleVersionException>(outcomes[7]);
        Assert.Equal(19, outcomes.Count(outcome => outcome is null));
        Assert.Equal(1, (await Store.Load(Key("A7"), Cancellation)).Version);
        await AssertGapless(19);
    }

    [Fact]
    public async Task Numbers_have_no_gap_and_no_double_under_losers_and_failures()
    {
        var accounts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Append(Open(Key("A" + i)))));

        var billed = await Task.WhenAll(
            accounts.Select(account => Task.Run(() => BillOften(account, 12), Cancellation)));

        Assert.All(billed, count => Assert.True(count > 0));
        await AssertGapless(billed.Sum());
    }

    [Fact]
    public async Task A_page_is_stored_with_its_checkpoint()
    {
        var accounts = await OpenPage(5);

        var outcome = await Store.AppendPage(
            [.. accounts.Reverse().Select(a => Bill(a, Entity))], Checkpoint("P4"), Cancellation);

        Assert.Empty(outcome.Lost);
        Assert.Equal(5, outcome.Stored.Length);
        Assert.Equal(5, await Count("invoice", $"run_id = '{Entity}'"));
        Assert.Equal(1, await Count("bill_run_checkpoint", $"run_id = '{Entity}' and cursor = 'P4'"));
        foreach (var stored in outcome.Stored)
            AssertSame(stored, await Store.Load(stored.Key, Cancellation));
        await AssertGapless(5);
    }

    [Fact]
    public async Task A_page_with_a_loser_leaves_its_checkpoint_where_it_was()
    {
        var accounts = await OpenPage(3);
        await Append(Charge(accounts[1], 1));

        var outcome = await Store.AppendPage(
            [.. accounts.Select(account => Bill(account, Entity))], Checkpoint("P2"), Cancellation);

        Assert.Equal([Key("P1")], outcome.Lost);
        Assert.Equal(2, outcome.Stored.Length);
        await AssertGapless(2);
        Assert.Equal(0, await Count("bill_run_checkpoint", $"run_id = '{Entity}'"));
    }

    [Fact]
    public async Task The_same_page_twice_is_stored_once()
    {
        var page = (await OpenPage(5)).Select(account => Bill(account, Entity)).ToList();
        await Store.AppendPage(page, Checkpoint("P4"), Cancellation);
        var before = await Rows();

        var again = await Store.AppendPage(page, Checkpoint("P4"), Cancellation);

        Assert.Equal((0, 5), (again.Stored.Length, again.Lost.Length));
        Assert.Equal(before, await Rows());
        await AssertGapless(5);
    }

    [Fact]
    public async Task A_page_that_fails_leaves_neither_rows_nor_checkpoint()
    {
        var accounts = await OpenPage(5);
        var before = await Rows();
        var page = accounts.Select(account => Bill(account, Entity)).ToList();
        page[4] = page[4].WithCommandId("short");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => Store.AppendPage(page, Checkpoint("P4"), Cancellation));

        Assert.Equal(before, await Rows());
        Assert.Equal(0, await Count("bill_run_checkpoint", $"run_id = '{Entity}'"));
        await AssertGapless(0);
    }

    [Fact]
    public async Task A_page_without_accounts_still_moves_its_checkpoint()
    {
        await Store.AppendPage([], Checkpoint("P0"), Cancellation);
        await Store.AppendPage([], Checkpoint("P9") with { IsDone = true }, Cancellation);

        Assert.Equal(1, await Count("bill_run_checkpoint", $"run_id = '{Entity}' and cursor = 'P9'"));
    }

    [Fact]
    public async Task Snapshot_and_tail_equal_the_full_fold()
    {
        var account = await Append(Open(Key("A"), Started("CT-1")));
        for (var i = 0; i < 25; i++)
            account = await Append(i % 3 == 0 ? Bill(account, charges: 1) : Charge(account, i + 1));
        Assert.Equal(1, await Count("account_snapshot"));

        var folded = Account.None;
        await foreach (var stored in Store.ReadEvents(Key("A"), 0, Cancellation))
            folded = folded.Apply(stored.Happened, stored.Envelope);

        var loaded = await Store.Load(Key("A"), Cancellation);
        AssertSame(account, loaded);
        Assert.Equal(AccountEventJson.Write(folded), AccountEventJson.Write(loaded.State));
    }

    [Fact]
    public async Task A_snapshot_of_another_shape_is_folded_anew()
    {
        var account = await Append(Open(Key("A")));
        while (account.Version < 20)
            account = await Append(Charge(account, 1));
        await Sql($"update account_snapshot set schema_hash = 1, body = link where account_key = '{Key("A")}'");

        AssertSame(account, await Store.Load(Key("A"), Cancellation));
    }

    [Fact]
    public async Task Old_receipts_are_found()
    {
        var first = Charge(await Append(Open(Key("A"))), 1, 2) with { Reference = "CH-1", RequestHash = "h1" };
        var account = await Append(first);
        while (account.Version < 40)
            account = await Append(Charge(account, 1));
        Assert.Null(account.State.Receipt(first.Context.CommandId));

        var receipt = await Store.FindReceipt(Key("A"), first.Context.CommandId, Cancellation);

        Assert.Equal(new CommandReceipt(first.Context.CommandId, "h1", 3, "CH-1"), receipt);
        Assert.Null(await Store.FindReceipt(Key("A"), "never-came", Cancellation));
    }

    [Fact]
    public async Task The_chain_of_an_account_verifies_and_a_changed_row_shows()
    {
        var account = await Append(Open(Key("A"), Started("CT-1")));
        for (var i = 0; i < 20; i++)
            account = await Append(i % 2 == 0 ? Bill(account) : Charge(account, 1, 2));
        Assert.Null(await Verify());
        Assert.Null(await ((IChainVerifier)Store).Verify(Key("nobody"), Cancellation));

        await Sql($"update account set balance_minor = balance_minor + 1 where account_key = '{Key("A")}'");

        Assert.Equal(account.Version, (await Verify())!.Version);

        Task<ChainFault?> Verify() => ((IChainVerifier)Store).Verify(Key("A"), Cancellation);
    }

    [Fact]
    public async Task Whatever_comes_in_whatever_order_the_store_is_the_model() =>
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[1, 3], Gen.Bool).Array[1, 12].Array[1, 6]
            .SampleAsync(
                rounds => new StoreModel(Store, Key("M" + NewId())).Play(rounds, Cancellation),
                iter: 10, threads: 1);

    [Fact]
    public async Task After_hand_over_cancellation_no_longer_counts()
    {
        using var caller = new CancellationTokenSource();
        var handedOver = Store.Append(Open(Key("A")), caller.Token);
        await caller.CancelAsync();

        Assert.Equal(1, (await handedOver).Version);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.Append(Charge(Nothing(Key("B")), 1), caller.Token));
    }

    [Fact]
    public async Task Query_rows_follow_the_account()
    {
        var opened = await Append(Open(Key("A"), Started("CT-1")));
        var billed = await Append(Bill(await Append(Bill(opened))));

        Assert.Equal(billed.State.Balance.Minor, await Sql(
            $"select balance_minor from account where account_key = '{Key("A")}'"));
        Assert.Equal(billed.State.Balance.Minor, await Sql(
            $"select sum(open_minor) from open_item where account_key = '{Key("A")}'"));
        Assert.Equal(billed.State.Balance.Minor, await Sql(
            $"select sum(amount_minor) from posting where account_key = '{Key("A")}' and amount_minor > 0"));
        Assert.Equal(4, await Sql($"select last_invoice_version from account where account_key = '{Key("A")}'"));
        Assert.Equal(0, await Sql($"select sum(amount_minor) from posting where account_key = '{Key("A")}'"));
    }

    [Fact]
    public async Task Stored_rows_are_never_changed()
    {
        await Append(Bill(await Append(Open(Key("A")))));

        foreach (var table in (string[])["account_event", "posting", "invoice"])
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => Sql($"update {table} set version = 9 where account_key = '{Key("A")}'"));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => Sql($"delete from {table} where account_key = '{Key("A")}'"));
        }
    }

    [Fact]
    public async Task A_document_that_contradicts_its_event_is_a_broken_invariant()
    {
        var bill = Bill(await Append(Open(Key("A"))));

        await Assert.ThrowsAsync<BrokenInvariantException>(() => Append(bill with { Invoice = null }));
        await Assert.ThrowsAsync<BrokenInvariantException>(
            () => Append(bill with { Invoice = bill.Invoice! with { RunId = "R-9" } }));
        await Assert.ThrowsAsync<BrokenInvariantException>(
            () => Append(bill with { Events = [.. bill.Events, new AccountEvent.Closed(Day)] }));
    }

    protected string Key(string accountId) => $"{Entity}/{accountId}";

    protected Task<LoadedAccount> Append(AccountCommit commit) => Store.Append(commit, Cancellation);

    protected async Task<Exception?> Try(AccountCommit commit) => await Record.ExceptionAsync(() => Append(commit));

    protected static void AssertSame(LoadedAccount expected, LoadedAccount actual)
    {
        Assert.Equal((expected.Key, expected.Version), (actual.Key, actual.Version));
        Assert.Equal(expected.Link.ToArray(), actual.Link.ToArray());
        Assert.Equal(AccountEventJson.Write(expected.State), AccountEventJson.Write(actual.State));
    }

    protected async Task AssertGapless(int count)
    {
        var ours = $"from invoice where entity_id = '{Entity}'";
        Assert.Equal(count, await Sql($"select count(*) {ours}"));
        Assert.Equal(count, await Sql($"select count(distinct number) {ours}"));
        Assert.Equal(count, await Sql($"select coalesce(max(number), 0) {ours}"));
        Assert.Equal(count,
            await Sql($"select coalesce(sum(last), 0) from number_series where entity_id = '{Entity}'"));
    }

    private static NodaTime.LocalDate Period(int month) => Day.PlusMonths(month + 1);

    private PageCheckpoint Checkpoint(string cursor) => new(Entity, 0, "release", cursor, IsDone: false);

    private async Task<LoadedAccount[]> OpenPage(int count) =>
        [.. (await Store.AppendPage(Opening(count), null, Cancellation)).Stored];

    private List<AccountCommit> Opening(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Open(Key("P" + i)))];

    /// <summary>Bills, and in between loses at an old version and fails by a command id that is too short.</summary>
    private async Task<int> BillOften(LoadedAccount account, int times)
    {
        var stored = 0;
        for (var i = 0; i < times; i++)
        {
            var (bad, stale) = (Try(Bill(account).WithCommandId("short")), Try(Bill(account)));
            var billed = Try(Bill(account));
            stored += new[] { await bad, await stale, await billed }.Count(outcome => outcome is null);
            account = await Store.Load(account.Key, Cancellation);
        }
        return stored;
    }

    private async Task<long[]> Rows()
    {
        var counts = new List<long>();
        foreach (var table in Tables)
            counts.Add(await Count(table));
        counts.Add(await Sql($"select coalesce(sum(version), 0) from account where entity_id = '{Entity}'"));
        return [.. counts];
    }

    private Task<long> Count(string table, string? condition = null) =>
        Sql($"select count(*) from {table} where {condition ?? $"account_key like '{Entity}/%'"}");
}
