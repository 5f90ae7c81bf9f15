using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Verification;
using CsCheck;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>What a verification sees, whatever database lies below it.</summary>
public abstract class VerificationContract(VerifiedDatabase database) : IAsyncDisposable
{
    public static TheoryData<string> Names => [.. Corruptions.All.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CleanBooks Clean => new(database, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Empty_books_hold()
    {
        await database.Start();

        Assert.True((await Verify()).Holds);
    }

    [Fact]
    public async Task Clean_books_hold_and_every_check_has_looked_at_something()
    {
        await database.StartFilled(Cancellation);

        var report = await Verify();

        Assert.Equal("", Named(report));
        Assert.True(report.Holds);
        Assert.All(report.Checks, check => Assert.True(check.CheckedCount > 0, check.Code));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_changed_row_is_named_and_nothing_else(string name)
    {
        await database.StartFilled(Cancellation);
        var corruption = Corruptions.All[name];

        await database.Corrupt(corruption.Table, corruption.SqlFor(database));
        var report = await Verify();

        Assert.False(report.Holds);
        Assert.Equal(string.Join(", ", corruption.Named), Named(report));
    }

    [Fact]
    public async Task A_command_with_two_effects_is_named()
    {
        await database.StartFilled(Cancellation);
        var account = await Clean.Load("A4");
        await Clean.Append(Ledgers.Charge(account, 1).WithCommandId(account.State.Recent[0].CommandId));

        Assert.Equal("receipts E1/A4", Named(await Verify()));
    }

    [Fact]
    public async Task What_was_taken_and_never_sent_is_named()
    {
        await database.StartFilled(Cancellation);
        var sender = Ledgers.Send(await Clean.Load("A6"), "T-9", "A4");
        var sent = (AccountEvent.TransferSent)sender.Events[0];
        await Clean.Append(Ledgers.Commit(
            await Clean.Load("A4"),
            new AccountEvent.TransferReceived("T-9", sender.Before.Key, sent.Value with { Cash = [] }, sent.On)));

        Assert.Equal("in-transit E1/A4", Named(await Verify()));
    }

    [Fact]
    public async Task What_is_done_and_did_not_arrive_is_named()
    {
        await database.StartFilled(Cancellation);
        await Clean.Append(Ledgers.Settle(await Clean.Load("A7"), "T-2", null));

        Assert.Equal("in-transit E1/A7, in-transit-totals E1", Named(await Verify()));
    }

    [Fact]
    public async Task What_arrived_and_came_back_all_the_same_is_named()
    {
        await database.StartFilled(Cancellation);
        await Clean.Append(Ledgers.TakeIn(await Clean.Load("A8"), await Clean.Load("A7"), "T-2"));
        await Clean.Append(Ledgers.Settle(await Clean.Load("A7"), "T-2", "account-closed"));

        Assert.Equal("in-transit E1/A8, in-transit-totals E1", Named(await Verify()));
    }

    [Fact]
    public async Task Two_accounts_on_one_service_point_are_both_named_with_their_days()
    {
        await database.StartFilled(Cancellation);
        await database.Sql("""
            update contract set service_point_id = 'SP-A3', ends_on = '2025-06-01' where account_key = 'E1/A4'
            """);

        var fault = Faults(await Verify()).Single(fault => fault.Subject == "SP-A3");

        Assert.Equal(
            "account E1/A3 by contract CT-1 (2025-01-01..) and account E1/A4 by contract CT-1 "
            + "(2025-01-01..2025-06-01) have it at once",
            fault.Detail);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_day_billed_twice_or_left_out_is_named(int days)
    {
        await database.StartFilled(Cancellation);
        await Clean.Append(Ledgers.BillOutOfTurn(await Clean.Load("A1"), days));

        Assert.Equal("billed-periods E1/A1", Named(await Verify()));
    }

    [Fact]
    public async Task A_line_that_is_credited_with_more_than_it_bears_is_named()
    {
        await database.StartFilled(Cancellation);
        var invoice = await Clean.LastInvoice("B1");
        await Clean.Append(Corrections.CreditTwice(await Clean.Load("B1"), invoice));

        Assert.Equal("credit-memos E1/B1", Named(await Verify()));
    }

    [Fact]
    public async Task A_run_that_billed_an_account_twice_is_named()
    {
        await database.StartFilled(Cancellation);
        await Clean.Append(Ledgers.Bill(await Clean.Load("A1"), CleanBooks.Run));

        var report = await Verify();

        Assert.All(report.Checks.Where(check => !check.Holds), check => Assert.Equal("run-invoices", check.Code));
        Assert.Contains(("R-1", "account E1/A1: the run has billed the account twice"), Faults(report));
    }

    [Fact]
    public async Task Many_faults_are_counted_and_some_are_named()
    {
        await database.Start();
        await database.Stores.Accounts.AppendPage(
            [.. Enumerable.Range(0, 150).Select(i => Ledgers.Open(Ledgers.Key($"M{i:D3}")))], null, Cancellation);
        await database.Sql("update account set cycle_id = 'weekly'");

        var check = (await Verify()).Checks.Single(check => check.Code == "account-rows");

        Assert.Equal((150L, 150L, 100), (check.CheckedCount, check.FaultCount, check.Faults.Length));
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_not_seen()
    {
        await database.StartFilled(Cancellation);
        var account = await Clean.Load("A1");
        var writer = new Writer(() => Clean.Append(Ledgers.Bill(account)));

        var report = await database.Verification.Run(writer, Cancellation);

        Assert.True(writer.HasWritten);
        Assert.Equal("", Named(report));
        Assert.Equal("", Named(await Verify()));
    }

    [Fact]
    public async Task More_accounts_than_a_page_holds_are_all_seen()
    {
        await database.Start();
        var count = Verifier.PageEventCount + 100;
        await database.Stores.Accounts.AppendPage(
            [.. Enumerable.Range(0, count).Select(i => Ledgers.Open(Ledgers.Key($"M{i:D5}")))], null, Cancellation);
        await database.Sql("delete from contract where account_key in ('E1/M00000', 'E1/M02000', 'E1/M04099')");

        var report = await Verify();

        Assert.Equal(count, report.Checks.Single(check => check.Code == "account-rows").CheckedCount);
        Assert.Equal("contracts E1/M00000, contracts E1/M02000, contracts E1/M04099", Named(report));
    }

    [Fact]
    public async Task Whatever_valid_things_happen_the_books_hold()
    {
        await database.Start();
        var number = 0;
        await Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[1, 9_000]).Array[1, 12].SampleAsync(
            async steps =>
            {
                var life = new RandomLife(database, Clean, Interlocked.Increment(ref number));
                foreach (var (kind, place, amount) in steps)
                    await life.Step(kind, place, amount, Cancellation);
                Assert.Equal("", Named(await Verify()));
            },
            iter: 12,
            threads: 1);
    }

    private Task<VerificationReport> Verify() => database.Verification.Run(null, Cancellation);

    private static string Named(VerificationReport report) => string.Join(
        ", ", report.Checks.SelectMany(check => check.Faults.Select(fault => $"{check.Code} {fault.Subject}")));

    private static ImmutableArray<(string Subject, string Detail)> Faults(VerificationReport report) =>
        [.. report.Checks.SelectMany(check => check.Faults).Select(fault => (fault.Subject, fault.Detail))];

    private sealed class Writer(Func<Task> write) : IProgress<VerificationProgress>
    {
        public bool HasWritten { get; private set; }

        public void Report(VerificationProgress value)
        {
            if (HasWritten)
                return;
            Task.Run(write, Cancellation).Wait(Cancellation);
            HasWritten = true;
        }
    }
}
