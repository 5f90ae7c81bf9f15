using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Collections;

/// <summary>What collection does by itself as the days go by, over every database.</summary>
public abstract class CollectionContract(BillingEngine engine) : IDisposable
{
    private static readonly DateOnly Due = new(2025, 2, 16);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        engine.Clock.Reset();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Letters_go_out_by_themselves_level_by_level_and_the_books_hold()
    {
        var desk = await Billed();
        await desk.Put("dunning-policy", desk.EntityId, new(DunningPolicy: Policy(desk)));
        Assert.Empty((await Collections(desk).ViewCollection(Cancellation))!.Letters);

        var first = await LettersOn(desk, new DateOnly(2025, 2, 28), 1);
        var second = await LettersOn(desk, new DateOnly(2025, 3, 31), 2);

        Assert.Equal((1, 0L), (first.Letters[0].Level, first.Letters[0].FeeMinor));
        Assert.Equal((2, 500L), (second.Letters[1].Level, second.Letters[1].FeeMinor));
        var letter = await Collections(desk).ViewLetter(second.Letters[1].LetterId, Cancellation);
        Assert.Equal(Desk.JanuaryMinor + 500, letter!.TotalMinor);
        var account = await desk.Account(0).View(Cancellation);
        Assert.Equal(Desk.JanuaryMinor + 500, account!.BalanceMinor);
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    [Fact]
    public async Task A_disputed_line_leaves_the_letter_and_an_upheld_one_the_bill()
    {
        var desk = await Billed();
        await desk.Put("dunning-policy", desk.EntityId, new(DunningPolicy: Policy(desk)));
        var item = (await desk.Account(0).View(Cancellation))!.OpenItems[0].Id;
        var disputes = engine.Grains.GetGrain<IAccountDisputesGrain>(desk.KeyOf(0));
        var wanted = new OpenDispute("D-1", item, "quantity", "ada", Due, LineNumber: 2);

        var tooMuch = await disputes.OpenDispute(
            Desk.By("agent"), wanted with { AmountMinor = 3301 }, Cancellation);
        var noLine = await disputes.OpenDispute(Desk.By("agent"), wanted with { LineNumber = 9 }, Cancellation);
        Desk.Succeeded(await disputes.OpenDispute(Desk.By("agent"), wanted, Cancellation));

        Assert.Equal(("dispute-exceeds-line", "line-unknown"), (tooMuch.Problem!.Code, noLine.Problem!.Code));
        var preview = await Collections(desk).PreviewDunning(new DateOnly(2025, 2, 28), Cancellation);
        Assert.Equal(("none", 3300L), (preview!.Hold, preview.Items[0].HeldMinor));
        var resolve = new ResolveDispute("D-1", 3300, "meter", Due);
        var credited = await disputes.ResolveDispute(
            Desk.By("clerk", reason: "wrong read"), ["clerk"], resolve, Cancellation);
        Assert.Equal("done", credited.Value?.State);
        Assert.Equal(Desk.JanuaryMinor - 3300, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        Assert.Equal("upheld", (await disputes.ViewDisputes(Cancellation))!.Disputes[0].Stage);
    }

    [Fact]
    public async Task A_promise_that_is_not_kept_is_broken_the_day_after()
    {
        var desk = await Billed();
        Desk.Succeeded(await Collections(desk).MakePromise(
            Desk.By("collector"), new MakePromise("P-1", 100, Due, Due.AddDays(5), "customer", []), Cancellation));

        engine.Clock.MoveTo(Due.AddDays(7));
        var view = await Wait.Until(
            () => Collections(desk).ViewCollection(Cancellation), view => view!.Promises[0].Status != "open");

        Assert.Equal("broken", view!.Promises[0].Status);
    }

    // The bill is exactly where the second step begins, as a thousand pounds are in Britain.
    [Fact]
    public async Task The_lump_sum_of_a_late_bill_goes_by_its_size_and_steps_out_of_order_are_refused()
    {
        var desk = await Billed();
        var interest = new InterestRecord(
            [new InterestRateRecord(Desk.January, 12m)], 365, 1, 30, 14,
            LumpSums:
            [
                new FeeStepRecord(0, 4000), new FeeStepRecord(Desk.JanuaryMinor, 7000),
                new FeeStepRecord(Desk.JanuaryMinor + 1, 10_000),
            ]);
        var falling = interest with { LumpSums = [new FeeStepRecord(100, 1), new FeeStepRecord(100, 2)] };
        var refused = await desk.Master("dunning-policy", desk.EntityId).Put(
            Desk.By("controller"),
            new(new(DunningPolicy: Policy(desk) with { Interest = falling }), Desk.January, null),
            Cancellation);
        await desk.Put(
            "dunning-policy", desk.EntityId, new(DunningPolicy: Policy(desk) with { Interest = interest }));

        engine.Clock.MoveTo(Due.AddDays(31));
        var account = await Wait.Until(() => desk.Account(0).View(Cancellation), view => view!.OpenItems.Length == 3);

        Assert.Equal("record-invalid", refused.Problem?.Code);
        Assert.Contains("interest.lumpSums", refused.Problem!.Detail, StringComparison.Ordinal);
        Assert.Contains(account!.OpenItems, item => item.OpenMinor == 7000);
    }

    private IAccountCollectionsGrain Collections(Desk desk) =>
        engine.Grains.GetGrain<IAccountCollectionsGrain>(desk.KeyOf(0));

    private async Task<CollectionView> LettersOn(Desk desk, DateOnly day, int count)
    {
        engine.Clock.MoveTo(day);
        return (await Wait.Until(
            () => Collections(desk).ViewCollection(Cancellation), view => view?.Letters.Length == count))!;
    }

    private async Task<Desk> Billed()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);
        return desk;
    }

    private static DunningPolicyRecord Policy(Desk desk) => new(
        desk.EntityId,
        desk.EntityId,
        "",
        "",
        3,
        0,
        [new DunningLevelRecord("reminder", 0, 10), new DunningLevelRecord("warning", 14, 10, FeeMinor: 500)],
        [],
        [],
        null,
        30,
        2,
        12,
        400,
        5,
        2);
}
