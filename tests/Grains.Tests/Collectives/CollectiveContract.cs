using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Collectives;

/// <summary>Children are billed by a run and their parent gets one bill, over every database.</summary>
public abstract class CollectiveContract(BillingEngine engine) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        engine.Clock.Reset();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Bills_of_children_come_to_one_bill_of_the_parent_on_its_day()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(4);
        Desk.Succeeded(await Of(desk, 0).StartCollective(Desk.By("clerk"), new StartCollective(15), Cancellation));
        foreach (var child in (int[])[1, 2])
            Desk.Succeeded(await Of(desk, child).JoinParent(Desk.By("clerk"), new(Desk.Id(0)), Cancellation));
        Assert.Equal("hierarchy-too-deep", (await Of(desk, 0).JoinParent(
            Desk.By("clerk"), new(Desk.Id(3)), Cancellation)).Problem?.Code ?? "");
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0, 1, 2, 3);
        await desk.Issue(runId);

        Assert.Equal(0, (await desk.Account(1).View(Cancellation))!.BalanceMinor);
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(3).View(Cancellation))!.BalanceMinor);
        engine.Clock.MoveTo(new DateOnly(2025, 2, 16));
        var view = await Wait.Until(() => Of(desk, 0).ViewCollective(Cancellation), view => view?.Bills.Length == 1);

        var bill = Assert.Single(view!.Bills);
        Assert.Equal((2, 2 * Desk.JanuaryMinor), (bill.LineCount, bill.TotalMinor));
        Assert.Equal(3 * Desk.JanuaryMinor, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        var lines = await Of(desk, 0).CollectiveLines(bill.BillId, "", 10, Cancellation);
        Assert.Equal([Desk.Id(1), Desk.Id(2)], lines.Select(line => line.AccountId));
        var shown = await Of(desk, 0).ViewCollectiveBill(bill.BillId, Cancellation);
        Assert.Equal(2 * (Desk.JanuaryMinor - Desk.JanuaryNetMinor), Assert.Single(shown!.Taxes).AmountMinor);
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    private IAccountCollectiveGrain Of(Desk desk, int account) =>
        engine.Grains.GetGrain<IAccountCollectiveGrain>(desk.KeyOf(account));
}
