using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using CsCheck;
using NodaTime;

namespace BillingActors.Storage.Tests.BillRuns;

/// <summary>What every store of bill runs promises, whatever lies below it.</summary>
public abstract class BillRunStoreContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly PageCheckpoint Nowhere = new("", 0, "calculate", "", false);

    protected string Run => "R-" + Id;

    private string Entity => "E" + Id;

    [Fact]
    public async Task Events_are_read_as_they_were_appended()
    {
        await Append(0, Runs.Planned(Entity, "monthly"));
        var counts = Runs.Nothing with
        {
            Candidates = 3,
            ByTariff = [new RunSum("home", 5)],
            ByTax = [new RunSum("VAT", 1)],
        };
        await Append(1, new RunEvent.Calculated(counts), new RunEvent.Reconciled(counts));

        var events = await Stores.Runs.ReadEvents(Run, Cancellation);

        Assert.Equal([1L, 2, 3], events.Select(e => e.Version));
        var planned = Assert.IsType<RunEvent.Planned>(events[0].Happened);
        Assert.Equal((Entity, "monthly", Runs.Month, 3L, true), (
            planned.EntityId, planned.CycleId, planned.Period, planned.CandidateCount, planned.NeedsSecondPerson));
        Assert.Equal(new RunPartition(0, "", ""), Assert.Single(planned.Partitions));
        var reconciled = Assert.IsType<RunEvent.Reconciled>(events[2].Happened).Counts;
        Assert.Equal((3L, new RunSum("home", 5), new RunSum("VAT", 1)), (
            reconciled.Candidates, reconciled.ByTariff[0], reconciled.ByTax[0]));
        Assert.Equal("ada", events[0].Context.Actor.Id);
        Assert.Empty(await Stores.Runs.ReadEvents("R-nobody", Cancellation));
    }

    [Fact]
    public async Task Of_transitions_at_one_version_one_wins()
    {
        await Append(0, Runs.Planned(Entity, "monthly"));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Try(1, new RunEvent.Calculated(Runs.Nothing))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(5, outcomes.Count(outcome => outcome is StaleRunException));
        Assert.IsType<StaleRunException>(await Try(7, new RunEvent.Calculated(Runs.Nothing)));
        Assert.IsType<StaleRunException>(await Try(0, Runs.Planned(Entity, "monthly")));
        Assert.Equal(2, (await Stores.Runs.ReadEvents(Run, Cancellation)).Length);
    }

    [Fact]
    public async Task A_cycle_has_one_active_run()
    {
        var runs = Enumerable.Range(0, 5).Select(i => $"{Run}-{i}").ToArray();

        var outcomes = await Task.WhenAll(runs.Select(run => Try(0, Runs.Planned(Entity, "monthly"), run)));

        var winner = runs[Array.IndexOf(outcomes, null)];
        Assert.Equal(4, outcomes.OfType<ActiveRunException>().Count(other => other.OtherRunId == winner));
        Assert.Null(await Try(0, Runs.Planned(Entity, "quarterly"), Run + "-other-cycle"));
        await Stores.Runs.Append(winner, 1, [new RunEvent.Cancelled()], Runs.Context(), Cancellation);
        Assert.Null(await Try(0, Runs.Planned(Entity, "monthly"), Run + "-next"));
    }

    [Fact]
    public async Task Due_work_is_there_while_the_run_works_by_itself()
    {
        RunEvent[] steps =
        [
            Runs.Planned(Entity, "monthly"),
            new RunEvent.Calculated(Runs.Nothing),
            new RunEvent.Reconciled(Runs.Nothing),
            new RunEvent.Reopened("all", true),
            new RunEvent.Calculated(Runs.Nothing),
            new RunEvent.Reconciled(Runs.Nothing),
            new RunEvent.Approved(Runs.Nothing),
            new RunEvent.ReleaseStarted(new LocalDate(2025, 2, 3)),
            new RunEvent.Released(Runs.Nothing),
            new RunEvent.Closed(Runs.Nothing),
        ];
        var due = new List<bool>();
        for (var version = 0; version < steps.Length; version++)
        {
            await Append(version, steps[version]);
            due.Add((await Stores.DueWork.Due(0, 1, At, 10_000, Cancellation)).Any(item => item.Key == Run));
        }

        Assert.Equal([true, true, false, true, true, false, false, true, true, false], due);
        Assert.Equal("closed", Assert.Single(
            await Stores.Reports.Runs(new EntityScope([Entity]), "monthly", Cancellation)).Stage);
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_behind_but_its_history()
    {
        await Append(0, Runs.Planned(Entity, "monthly"));
        await Write(Nowhere, Held(1), Ready(2));

        await Append(1, new RunEvent.Cancelled());

        Assert.Equal(0, await Sql($"select count(*) from bill_draft where run_id = '{Run}'"));
        Assert.Null(await Stores.Runs.Checkpoint(Run, 0, "calculate", Cancellation));
        Assert.Empty(await Exceptions());
        Assert.Equal(2, (await Stores.Runs.ReadEvents(Run, Cancellation)).Length);
    }

    [Fact]
    public async Task Calculating_again_begins_at_the_first_page()
    {
        await Append(0, Runs.Planned(Entity, "monthly"));
        await Write(Nowhere with { Cursor = "x", IsDone = true });
        Assert.Equal(("x", true), await Checkpoint());
        await Append(1, new RunEvent.Calculated(Runs.Nothing));

        await Append(2, new RunEvent.Reopened("all", true));

        Assert.Null(await Stores.Runs.Checkpoint(Run, 0, "calculate", Cancellation));
    }

    [Fact]
    public async Task What_was_worked_is_counted_up_to_the_checkpoint()
    {
        var at = Nowhere with { RunId = Run, Cursor = Key(3) };
        var issued = Ready(1) with { Outcome = DraftOutcome.Issued };
        await Write(at, issued, Held(2), Ready(3), Ready(4));

        Assert.Equal(3, await Stores.Runs.CountWorked(at, "", Cancellation));
        Assert.Equal(2, await Stores.Runs.CountWorked(at, Key(1), Cancellation));
        Assert.Equal(1, await Stores.Runs.CountWorked(at with { Stage = "release" }, "", Cancellation));
        Assert.Equal(0, await Stores.Runs.CountWorked(at with { RunId = "R-nobody" }, "", Cancellation));
    }

    [Fact]
    public async Task Held_accounts_are_counted_by_reason_and_a_sample_is_the_same_for_everybody()
    {
        await Write(
            null, Sized(1, 500), Sized(2, 90_000), Sized(3, 3_000), Held(4), Held(5), Sized(6, -700),
            Sized(7, 4_000), Sized(8, 5_000), Sized(9, 6_000));

        var reason = Assert.Single(await Stores.RunReports.Reasons(Run, Cancellation));
        var sample = await Stores.RunReports.Sample(Run, Cancellation);

        Assert.Equal(("no-read", 2L), (reason.Code, reason.Count));
        Same(
            ["A002 largest", "A009 largest", "A008 largest", "A007 largest", "A006 smallest", "A001 smallest",
                "A003 smallest"],
            sample.Select(bill => $"{bill.AccountId} {bill.Why}"));
        Assert.Equal((90_000L, 0L, null), (sample[0].NetMinor, sample[0].TaxMinor, sample[0].BeforeMinor));
        Assert.Equal("Energie für Straße peak", Assert.Single(sample[0].Lines).Text);
        Assert.Empty(await Stores.RunReports.Sample("R-nobody", Cancellation));
        Assert.Equal("held", (await Stores.RunReports.Bill(Run, Runs.Key(Entity, 4), Cancellation))!.State);
    }

    [Fact]
    public async Task A_draft_is_read_as_it_was_written()
    {
        var draft = Ready(1);
        await Write(null, draft, Held(2));

        var read = await Stores.Runs.ReadDraft(Run, draft.AccountKey, Cancellation);
        var held = await Stores.Runs.ReadDraft(Run, Runs.Key(Entity, 2), Cancellation);

        Assert.Equal(draft with { Holds = [], Plan = null }, read! with { Holds = [], Plan = null });
        Assert.Equal(draft.Plan!.Lines, read.Plan!.Lines);
        Assert.Equal(draft.Plan.Taxes, read.Plan.Taxes);
        Assert.Equal((draft.Plan.Net, draft.Plan.Tax), (read.Plan.Net, read.Plan.Tax));
        Assert.Equal(Held(2).Holds, held!.Holds);
        Assert.Null(await Stores.Runs.ReadDraft(Run, "nobody", Cancellation));
    }

    [Fact]
    public async Task A_page_of_drafts_that_are_ready_follows_the_range()
    {
        await Write(
            null, [.. Enumerable.Range(1, 9).Select(Ready), Held(5), Runs.Draft(Run, Key(7), DraftOutcome.NothingDue)]);
        var range = new RunPartition(1, Key(2), Key(8));

        var first = await Stores.Runs.ReadDrafts(Run, range, "", 3, Cancellation);
        var second = await Stores.Runs.ReadDrafts(Run, range, first[^1].AccountKey, 10, Cancellation);
        var all = await Stores.Runs.ReadDrafts(Run, new RunPartition(0, "", ""), "", 100, Cancellation);

        Same([Key(3), Key(4), Key(6)], first.Select(draft => draft.AccountKey));
        Same([Key(8)], second.Select(draft => draft.AccountKey));
        Assert.Equal(7, all.Length);
    }

    [Fact]
    public async Task A_held_account_is_one_open_row_until_it_is_calculated_again()
    {
        await Write(null, Held(1), Ready(2));
        var row = Assert.Single(await Exceptions());
        Assert.Equal(("bill-exception", "no-read", Entity, "A001"), (row.Kind, row.Code, row.EntityId, row.AccountId));
        Assert.Contains("high-use", row.Detail, StringComparison.Ordinal);
        await Stores.Worklist.Assign(row.Id, "bob", Cancellation);

        await Write(null, Held(1));
        Assert.Equal((row.Id, "bob"), (await Exceptions()).Select(r => (r.Id, r.Owner)).Single());
        await Write(null, Ready(1));

        Assert.Empty(await Exceptions());
        Assert.Equal("fixed", (await Stores.Worklist.Read(row.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task A_person_releases_or_skips_a_held_account()
    {
        await Write(null, Held(1), Held(2));
        var rows = await Exceptions();

        await Stores.Runs.Resolve(Ready(1), Runs.Context("bob", "Known to be right."), Cancellation);
        await Stores.Runs.Resolve(Runs.Draft(Run, Key(2), DraftOutcome.Skipped), Runs.Context("eve"), Cancellation);

        var resolved = await Task.WhenAll(rows.Select(row => Stores.Worklist.Read(row.Id, Cancellation)));
        Assert.Equal(("released", "bob", "Known to be right."), (
            resolved[0]!.State, resolved[0]!.ResolvedBy, resolved[0]!.Resolution));
        Assert.Equal(("skipped", "eve"), (resolved[1]!.State, resolved[1]!.ResolvedBy));
        var counts = await Stores.Runs.CountDrafts(Run, Cancellation);
        Assert.Equal((1L, 1L, 0L), (counts.Calculated, counts.Skipped, counts.Held));
    }

    [Fact]
    public Task Sums_are_those_of_the_drafts() =>
        Gen.Select(
                Gen.Bool.Select(b => b ? "home" : "flat"), Gen.Long[-900_000, 900_000],
                Gen.Bool.Select(b => b ? "VAT" : "GST"), Gen.Long[0, 90_000])
            .Array[0, 3].Select(Gen.Enum<DraftOutcome>()).Array[1, 20]
            .SampleAsync(
                async drafts =>
                {
                    var run = "R-" + Guid.NewGuid().ToString("N");
                    var written = drafts.Select((draft, i) => Runs.Draft(
                        run, Key(i), draft.Item2,
                        draft.Item2 == DraftOutcome.NothingDue ? null : Runs.Plan(draft.Item1))).ToArray();
                    await Stores.Runs.WriteDrafts(run, written, null, Cancellation);

                    var counts = await Stores.Runs.CountDrafts(run, Cancellation);

                    var billed = written.Where(
                        d => d.Outcome is DraftOutcome.Calculated or DraftOutcome.Issued).ToArray();
                    Assert.Equal(
                        (drafts.Length, billed.Length, billed.Sum(d => d.Plan!.Net.Minor),
                            billed.Sum(d => d.Plan!.Tax.Minor)),
                        (counts.Candidates, counts.Calculated, counts.NetMinor, counts.TaxMinor));
                    Assert.Equal(
                        billed.SelectMany(d => d.Plan!.Revenue).GroupBy(
                            r => r.TariffId, r => r.NetMinor, StringComparer.Ordinal)
                            .Select(g => new RunSum(g.Key, g.Sum())).OrderBy(sum => sum.Key, StringComparer.Ordinal),
                        counts.ByTariff);
                    Assert.Equal(
                        billed.SelectMany(d => d.Plan!.Taxes).GroupBy(
                            t => t.Code, t => t.Amount.Minor, StringComparer.Ordinal)
                            .Select(g => new RunSum(g.Key, g.Sum())).OrderBy(sum => sum.Key, StringComparer.Ordinal),
                        counts.ByTax);
                },
                iter: 25);

    [Fact]
    public async Task Issuing_marks_drafts_and_all_sums_agree()
    {
        await Write(null, Ready(1), Ready(2), Held(3));
        var opened = await Task.WhenAll(Enumerable.Range(1, 2).Select(
            i => Stores.Accounts.Append(Turns.Open(Key(i), Turns.Started("CT-1")), Cancellation)));

        await Stores.Accounts.AppendPage(
            [.. opened.Select(account => Turns.Bill(account, Run))],
            new PageCheckpoint(Run, 0, "release", Key(2), true),
            Cancellation);
        await Write(null, Held(1));

        var issued = await Stores.Runs.CountIssued(Run, Cancellation);
        Assert.Equal(new IssuedCounts(2, 12_000, 2_280, 14_280, 12_000, 2_280, 2), issued);
        Assert.Equal(DraftOutcome.Issued, (await Stores.Runs.ReadDraft(Run, Key(1), Cancellation))!.Outcome);
        var counts = await Stores.Runs.CountDrafts(Run, Cancellation);
        Assert.Equal((2L, 1L), (counts.Calculated, counts.Held));
    }

    [Fact]
    public async Task A_late_page_beside_a_release_leaves_what_is_issued_and_no_exception_of_it_after_that()
    {
        for (var i = 1; i <= 20; i++)
        {
            await Write(null, Ready(i));
            var account = await Stores.Accounts.Append(Turns.Open(Key(i), Turns.Started($"CT-{i}")), Cancellation);
            var release = Stores.Accounts.AppendPage(
                [Turns.Bill(account, Run)], new PageCheckpoint(Run, 0, "release", Key(i), false), Cancellation);
            // The same bill again, and what a silo finds that does not know of the release.
            var late = Write(null, Ready(i) with { InputHash = "late" });
            await Task.WhenAll(release, late);

            await Write(null, Held(i));
            var draft = (await Stores.Runs.ReadDraft(Run, Key(i), Cancellation))!;
            Assert.Equal(DraftOutcome.Issued, draft.Outcome);
            Assert.NotNull(draft.Plan);
        }
        Assert.Empty(await Exceptions());
        Assert.Equal(20, (await Stores.Runs.CountIssued(Run, Cancellation)).DraftCount);
    }

    [Fact]
    public async Task Open_accounts_of_a_cycle_are_cut_into_ranges_that_miss_none()
    {
        for (var i = 1; i <= 10; i++)
            await Stores.Accounts.Append(Turns.Open(Key(i)), Cancellation);
        var closing = await Stores.Accounts.Append(Turns.Open(Key(11)), Cancellation);
        await Stores.Accounts.Append(
            Turns.Charge(closing, 1) with { Events = [new AccountEvent.Closed(Turns.Day)] }, Cancellation);

        var (partitions, count) = await Stores.Runs.Partition(Entity, "monthly", "EUR", 3, Cancellation);
        var keys = new List<ImmutableArray<string>>();
        foreach (var partition in partitions)
        {
            var range = new RunRange(Entity, "monthly", "EUR", partition, []);
            keys.Add(await Stores.Runs.Keys(range, "", 100, Cancellation));
        }

        Assert.Equal((10L, 3), (count, partitions.Length));
        Same(Enumerable.Range(1, 10).Select(Key), keys.SelectMany(part => part));
        Assert.All(keys, part => Assert.InRange(part.Length, 3, 4));
        Assert.Equal(
            [new RunPartition(0, "", "")],
            (await Stores.Runs.Partition(Entity, "none", "EUR", 3, Cancellation)).Partitions);
    }

    [Fact]
    public async Task A_run_looks_at_accounts_of_its_one_currency_only()
    {
        await Stores.Accounts.Append(Turns.Open(Key(1)), Cancellation);
        var dollars = Turns.Open(Key(2));
        await Stores.Accounts.Append(
            dollars with { Events = [((AccountEvent.Opened)dollars.Events[0]) with { Currency = "USD" }] },
            Cancellation);

        var (euro, _) = await Stores.Runs.Partition(Entity, "monthly", "EUR", 3, Cancellation);
        var (dollar, count) = await Stores.Runs.Partition(Entity, "monthly", "USD", 3, Cancellation);

        Assert.Equal(1, count);
        Same([Key(1)], await Stores.Runs.Keys(
            new RunRange(Entity, "monthly", "EUR", euro[^1], []), "", 100, Cancellation));
        Same([Key(2)], await Stores.Runs.Keys(
            new RunRange(Entity, "monthly", "USD", dollar[^1], []), "", 100, Cancellation));
    }

    [Fact]
    public async Task A_selection_is_paged_like_a_cycle()
    {
        for (var i = 1; i <= 6; i++)
            await Stores.Accounts.Append(Turns.Open(Key(i)), Cancellation);
        var range = new RunRange(
            Entity, "monthly", "EUR", new RunPartition(0, Key(1), Key(5)), ["A005", "A001", "A002", "A006", "A9"]);

        Same([Key(2)], await Stores.Runs.Keys(range, "", 1, Cancellation));
        Same([Key(5)], await Stores.Runs.Keys(range, Key(2), 10, Cancellation));
        Assert.Empty(await Stores.Runs.Keys(range with { CycleId = "quarterly" }, "", 10, Cancellation));
        Assert.Empty(await Stores.Runs.Keys(range with { Currency = "USD" }, "", 10, Cancellation));
    }

    protected string Key(int number) => Runs.Key(Entity, number);

    protected BillDraft Ready(int number) =>
        Runs.Draft(Run, Key(number), DraftOutcome.Calculated, Runs.Plan(("home", 6000, "VAT", 1140)));

    private BillDraft Sized(int number, long net) =>
        Runs.Draft(Run, Key(number), DraftOutcome.Calculated, Runs.Plan(("home", net, "VAT", 0)));

    protected BillDraft Held(int number) => Runs.Draft(Run, Key(number), DraftOutcome.Held);

    private Task Append(long version, params ImmutableArray<RunEvent> events) =>
        Stores.Runs.Append(Run, version, events, Runs.Context(), Cancellation);

    protected Task Write(PageCheckpoint? checkpoint, params BillDraft[] drafts) => Stores.Runs.WriteDrafts(
        Run, [.. drafts.GroupBy(draft => draft.AccountKey, StringComparer.Ordinal).Select(same => same.Last())],
        checkpoint is null ? null : checkpoint with { RunId = Run }, Cancellation);

    private async Task<(string, bool)> Checkpoint()
    {
        var checkpoint = await Stores.Runs.Checkpoint(Run, 0, "calculate", Cancellation);
        return (checkpoint!.Cursor, checkpoint.IsDone);
    }

    private async Task<Exception?> Try(long version, RunEvent happened, string? run = null) =>
        await Record.ExceptionAsync(
        () => Stores.Runs.Append(run ?? Run, version, [happened], Runs.Context(), Cancellation));

    protected async Task<ImmutableArray<WorklistRow>> Exceptions() => await Stores.Reports.Worklist(
        EntityScope.All, new WorklistFilter(RunId: Run, State: "open"), 0, 100, Cancellation);
}
