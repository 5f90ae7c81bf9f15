using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>What a person can do with a run that works: stop it, and let it go on.</summary>
public abstract class RunPauseContract(BillingEngine engine)
{
    private const int Count = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_stops_between_two_pages_and_goes_on_without_losing_or_doubling_a_bill()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        var grain = desk.Run(run);
        Assert.Equal("run-not-working", (await grain.Pause(Desk.By("operator"), Cancellation)).Problem?.Code);
        Assert.Equal("run-not-paused", (await grain.GoOn(Desk.By("operator"), Cancellation)).Problem?.Code);
        var page = engine.Gate.Close(what => what == GatedStore.StoredPage);
        Desk.Succeeded(await grain.Approve(Desk.By("second"), Cancellation));
        Desk.Succeeded(await grain.Release(Desk.By("planner"), Cancellation));
        await page.Reached;

        // The page is stored, and the grain does not know it yet: the pause waits for its turn behind it.
        var pausing = grain.Pause(Desk.By("operator"), Cancellation);
        page.Break(new UnknownOutcomeException("The connection was lost.", new IOException("lost")));
        var paused = Desk.Succeeded(await pausing);

        Assert.Equal((true, (string?)null, "approved"), (paused.IsPaused, paused.Working, paused.Stage));
        Assert.Equal(("paused", "operator"), (paused.History[^1].Kind, paused.History[^1].ActorId));
        Assert.Equal(0, await desk.Count("due_work", $"kind = 'bill-run' and key = '{run}'"));
        Assert.Equal("run-wrong-stage", (await grain.Cancel(Desk.By("operator"), Cancellation)).Problem?.Code);
        var issued = await desk.Count("invoice", $"run_id = '{run}'");
        Assert.InRange(issued, 1, Count - 1);

        Assert.False(Desk.Succeeded(await grain.GoOn(Desk.By("operator"), Cancellation)).IsPaused);
        var closed = await desk.Until(run, "closed");

        Assert.Equal((Count, null), ((int)closed.IssuedCount, closed.Difference));
        Assert.Equal(Count, await desk.Count("invoice", $"run_id = '{run}'"));
        Assert.All(closed.Partitions, part => Assert.True(part.IsDone));
        Assert.Equal(Count, closed.Partitions.Sum(part => part.WorkedCount));
        for (var i = 0; i < Count; i++)
            Assert.Equal(Desk.JanuaryMinor, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
    }
}
