using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>What a bill run promises, over every database.</summary>
public abstract class BillRunContract(BillingEngine engine)
{
    private const int Count = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_goes_from_plan_to_closed_with_four_eyes_and_bills_everybody_once()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();

        var drafts = await desk.Calculate(run);
        var samePerson = await desk.Run(run).Approve(Desk.By("planner"), Cancellation);
        var tooEarly = await desk.Run(run).Release(Desk.By("planner"), Cancellation);
        Assert.Equal(0, await desk.Count("invoice", $"run_id = '{run}'"));
        var closed = await desk.Issue(run);

        Assert.Equal(("second-person-needed", "run-wrong-stage"), (samePerson.Problem?.Code, tooEarly.Problem?.Code));
        Assert.Equal((Count, Count, 0), (drafts.CandidateCount, drafts.CalculatedCount, drafts.HeldCount));
        Assert.Equal(Count * Desk.JanuaryMinor, drafts.TotalMinor);
        Assert.Equal((drafts.TotalMinor, Count, null), (closed.TotalMinor, closed.IssuedCount, closed.Difference));
        await AssertBooks(desk, run);
    }

    [Fact]
    public async Task The_same_period_again_yields_nothing_new()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var (first, second) = (Desk.NewRunId(), Desk.NewRunId());
        await desk.Calculate(first);
        await desk.Issue(first);

        var again = await desk.Calculate(second);
        await desk.Issue(second);

        Assert.Equal((Count, 0, 0), (again.CandidateCount, again.DueCount, again.CalculatedCount));
        Assert.Equal(Count, await desk.Count("invoice", $"entity_id = '{desk.EntityId}'"));
        await AssertBooks(desk, first);
    }

    [Fact]
    public async Task Pages_that_become_small_beside_a_busy_desk_bill_everybody_once()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = AskUntil(desk, end.Token);

        var drafts = await desk.Calculate(run);
        var closed = await desk.Issue(run);
        await end.CancelAsync();

        Assert.True(await asking >= Count);
        Assert.Equal((Count, Count, 0), (drafts.CandidateCount, drafts.CalculatedCount, drafts.HeldCount));
        Assert.Equal(
            (Count * Desk.JanuaryMinor, Count, null), (closed.TotalMinor, closed.IssuedCount, closed.Difference));
        await AssertBooks(desk, run);
    }

    [Fact]
    public async Task A_held_account_is_billed_by_a_catch_up_run()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count, withoutClosingRead: 3);
        var (first, catchUp) = (Desk.NewRunId(), Desk.NewRunId());

        var drafts = await desk.Calculate(first);
        await desk.Issue(first);
        Assert.Equal(1, await desk.Count("worklist", $"{OpenIn(first)} and account_id = '{Desk.Id(3)}'"));
        await desk.Import(desk.Read(3, Desk.February, 1100));
        var late = await desk.Calculate(catchUp, 3);
        await desk.Issue(catchUp);

        Assert.Equal((Count - 1, 1), (drafts.CalculatedCount, drafts.HeldCount));
        Assert.Equal((1, 1), (late.CandidateCount, late.CalculatedCount));
        await AssertBooks(desk, first, catchUp);
    }

    [Fact]
    public async Task What_changed_after_the_calculation_is_held_again_and_not_issued()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        await desk.Calculate(run);

        await desk.Import(desk.Read(4, Desk.February, 1150));
        var closed = await desk.Issue(run);

        Assert.Equal((Count - 1, 1), (closed.IssuedCount, closed.HeldCount));
        Assert.Equal(0, (await desk.Account(4).Balance(Cancellation))!.BalanceMinor);
        Assert.Equal(1, await desk.Count("worklist", $"{OpenIn(run)} and code = 'inputs-changed'"));
    }

    [Fact]
    public async Task A_charge_that_came_after_the_calculation_holds_the_account_again()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        var run = Desk.NewRunId();
        await desk.Calculate(run);

        Desk.Succeeded(await desk.Account(0).AddCharge(
            Desk.By("clerk", reason: "agreed"), new("CH-1", "Visit", 100, "standard", Desk.January), Cancellation));
        var closed = await desk.Issue(run);

        Assert.Equal((1, 1), (closed.IssuedCount, closed.HeldCount));
    }

    // Net 61.00. The point of account 0 lies in a town of 15 %: 9.15; the customer of account 1 is free; the others pay
    // the 6.10 of the tariff.
    [Fact]
    public async Task Tables_and_tax_status_decide_the_taxes_and_a_change_before_release_is_seen()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(3);
        var town = desk.EntityId + "-town";
        await desk.Put("tax-jurisdiction", town, new(TaxJurisdiction: Town(town, 15m)));
        var point = (await desk.Master("service-point", desk.PointOf(0)).View(Cancellation))!;
        var placed = point.Content.ServicePoint! with { TaxPlaces = [new TaxPlacementRecord(town)] };
        Desk.Succeeded(await desk.Master("service-point", desk.PointOf(0)).Put(
            Desk.By("clerk"), new(new(ServicePoint: placed), Desk.January, point.Version), Cancellation));
        var free = desk.EntityId + "-C0001";
        await desk.Put("tax-profile", free, new(TaxProfile: new TaxProfileRecord(
            free, desk.EntityId, null, [new TaxExemptionRecord("E1", "Charity", "77", Desk.January)])));
        var run = Desk.NewRunId();

        var drafts = await desk.Calculate(run);
        Assert.Equal(915 + 0 + 610, drafts.TaxMinor);
        Desk.Succeeded(await desk.Master("tax-jurisdiction", town).Put(
            Desk.By("clerk"), new(new(TaxJurisdiction: Town(town, 16m)), Desk.January, 1), Cancellation));
        var closed = await desk.Issue(run);

        Assert.Equal((2, 1), (closed.IssuedCount, closed.HeldCount));
        Assert.Equal(Desk.JanuaryNetMinor, (await desk.Account(1).Balance(Cancellation))!.BalanceMinor);
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(2).Balance(Cancellation))!.BalanceMinor);
        Assert.Equal(1, await desk.Count("worklist", $"{OpenIn(run)} and code = 'inputs-changed'"));
        Assert.Equal(976, (await desk.Calculate(Desk.NewRunId(), 0)).TaxMinor);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_but_its_own_history()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count, withoutClosingRead: 3);
        var run = Desk.NewRunId();
        await desk.Calculate(run);

        var cancelled = await desk.Run(run).Cancel(Desk.By("planner"), Cancellation);

        Assert.Equal("cancelled", Desk.Succeeded(cancelled).Stage);
        foreach (var table in new[] { "bill_draft", "bill_run_checkpoint", "worklist", "invoice" })
            Assert.Equal(0, await desk.Count(table, $"run_id = '{run}'"));
        Assert.Equal(0, await desk.Count("due_work", $"key = '{run}'"));
        Assert.Equal(0, (await desk.Account(0).Balance(Cancellation))!.BalanceMinor);
        Assert.Equal(Count - 1, (await desk.Calculate(Desk.NewRunId())).CalculatedCount);
    }

    [Fact]
    public async Task A_dry_run_says_what_a_run_would_do_and_leaves_no_trace()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count, withoutClosingRead: 3);
        var run = Desk.NewRunId();
        var before = await engine.Digests();

        Desk.Succeeded(await desk.Run(run).DryRun(Desk.By("planner"), desk.PlanOf(), Cancellation));
        var done = (await Wait.Until(() => desk.Run(run).View(Cancellation), IsDone))!;

        Assert.Equal(before, await engine.Digests());
        Assert.True(done.IsDryRun);
        Assert.Equal((Count - 1, 1), (done.CalculatedCount, done.HeldCount));
        Assert.Equal((Count - 1) * Desk.JanuaryMinor, done.TotalMinor);
    }

    [Fact]
    public async Task A_run_that_does_not_reconcile_works_on_nothing_until_a_person_acts()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count, withoutClosingRead: 3);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        await engine.Sql($"delete from bill_draft where run_id = '{run}' and account_key = '{desk.KeyOf(0)}'");

        Desk.Succeeded(await desk.Run(run).Resolve(
            Desk.By("clerk", reason: "moved"), new ResolveHeld(Desk.Id(3), "skip"), Cancellation));
        var differs = (await Wait.Until(
            () => desk.Run(run).View(Cancellation), view => view?.Difference is not null))!;
        Desk.Succeeded(await desk.Run(run).Recalculate(Desk.By("clerk"), Cancellation));
        var again = await desk.Until(run, "reconciled");

        Assert.Equal(("calculated", null), (differs.Stage, differs.Working));
        Assert.Equal($"{Count} accounts were planned, {Count - 1} were looked at.", differs.Difference);
        Assert.Equal((null, null), (again.Working, again.Difference));
    }

    [Fact]
    public async Task Accounts_of_a_page_that_nobody_knows_of_read_the_truth()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        for (var i = 0; i < Count; i++)
            Assert.Equal(0, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
        var page = engine.Gate.Close(what => what == GatedStore.StoredPage);

        Desk.Succeeded(await desk.Run(run).Approve(Desk.By("second"), Cancellation));
        Desk.Succeeded(await desk.Run(run).Release(Desk.By("planner"), Cancellation));
        await page.Reached;
        page.Break(new UnknownOutcomeException("The connection was lost.", new IOException("lost")));
        await desk.Until(run, "closed");

        for (var i = 0; i < Count; i++)
        {
            // Asked at once: the second must not be answered from what the first one found in doubt.
            var seen = await Task.WhenAll(desk.Account(i).Balance(Cancellation), desk.Account(i).Balance(Cancellation));
            Assert.All(seen, balance => Assert.Equal(Desk.JanuaryMinor, balance!.BalanceMinor));
        }
        await AssertBooks(desk, run);
    }

    [Fact]
    public async Task A_cycle_has_one_active_run_at_a_time()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        await desk.Calculate(Desk.NewRunId());

        var second = await desk.Run(Desk.NewRunId()).Plan(Desk.By("planner"), desk.PlanOf(), Cancellation);

        Assert.Equal("run-active", second.Problem?.Code);
    }

    private static TaxJurisdictionRecord Town(string id, decimal percent) =>
        new(id, "Town", [new TaxDocument("TOWN", "Town tax", percent, ["standard"])]);

    private static string OpenIn(string run) => $"run_id = '{run}' and state = 'open'";

    private static bool IsDone(RunView? run) => run is { Working: null };

    // Every account again and again, as a desk that many call would.
    private static async Task<int> AskUntil(Desk desk, CancellationToken end)
    {
        var asked = 0;
        while (!end.IsCancellationRequested)
        {
            var balance = await desk.Account(asked % Count).Balance(Cancellation);
            Assert.NotNull(balance);
            asked++;
        }
        return asked;
    }

    private async Task AssertBooks(Desk desk, params string[] runs)
    {
        var ids = string.Join(", ", runs.Select(run => $"'{run}'"));
        Assert.Equal(Count, await desk.Count("invoice", $"run_id in ({ids})"));
        Assert.Equal(
            Count, await engine.Sql($"select count(distinct account_key) from invoice where run_id in ({ids})"));
        Assert.Equal(Count, await engine.Sql($"select max(number) from invoice where entity_id = '{desk.EntityId}'"));
        var posted = await engine.Sql(
            $"select sum(amount_minor) from posting where account_key like '{desk.EntityId}/%' and amount_minor > 0");
        Assert.Equal(Count * Desk.JanuaryMinor, posted);
        for (var i = 0; i < Count; i++)
            Assert.Equal(Desk.JanuaryMinor, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.Code}: {check.Faults.FirstOrDefault()}"));
    }
}
