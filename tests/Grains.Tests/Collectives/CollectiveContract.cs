using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Accounts;
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
        await Verify();
    }

    // Pages of two: two writes take two bills each, the third the last one, the fourth issues the collective bill.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_collective_bill_that_died_between_its_pages_goes_on_and_doubles_nothing(int write)
    {
        var desk = await Family(children: 5);
        var stop = engine.Gate.Close(key => key == desk.KeyOf(0), write);
        engine.Clock.MoveTo(new DateOnly(2025, 2, 16));
        await stop.Reached;
        stop.Break(new UnknownOutcomeException("the connection is gone"));

        var view = await Wait.Until(() => Of(desk, 0).ViewCollective(Cancellation), view => view?.Bills.Length == 1);

        Assert.Equal((5, 5 * Desk.JanuaryMinor), (view!.Bills[0].LineCount, view.Bills[0].TotalMinor));
        Assert.Equal(5 * Desk.JanuaryMinor, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        await Verify();
    }

    [Fact]
    public async Task Credit_memos_of_children_come_to_the_parent_and_its_children_move_when_it_ends()
    {
        var desk = await Family(children: 3);
        engine.Clock.MoveTo(new DateOnly(2025, 2, 16));
        await Wait.Until(() => Of(desk, 0).ViewCollective(Cancellation), view => view?.Bills.Length == 1);
        var bill = (await Of(desk, 0).CollectiveLines("collective.20250215", "", 1, Cancellation))[0];
        var credits = engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(1));
        var memo = await credits.CreditInvoice(
            Desk.By("clerk", reason: "wrong price"), ["controller"], new("c-1", bill.InvoiceId, "price"), Cancellation);
        Assert.Equal("done", memo.Value?.State);
        Assert.Equal(0, (await desk.Account(1).View(Cancellation))!.BalanceMinor);

        Desk.Succeeded(await Of(desk, 4).StartCollective(Desk.By("clerk"), new StartCollective(15), Cancellation));
        Desk.Succeeded(await Of(desk, 0).EndCollective(
            Desk.By("clerk"), new EndCollective(Desk.Id(4)), Cancellation));
        var moved = await Wait.Until(
            () => Of(desk, 3).ViewCollective(Cancellation), view => view?.ParentId == Desk.Id(4));
        Assert.Equal(Desk.Id(4), moved!.ParentId);
        await Wait.Until(async () => (await Of(desk, 4).Children("", 9, Cancellation)).Length, count => count == 3);

        engine.Clock.MoveTo(new DateOnly(2025, 3, 16));
        var view = await Wait.Until(() => Of(desk, 0).ViewCollective(Cancellation), view => view?.Bills.Length == 2);
        Assert.Equal((1, -Desk.JanuaryMinor), (view!.Bills[1].LineCount, view.Bills[1].TotalMinor));
        Assert.Equal(2 * Desk.JanuaryMinor, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        await Verify();
    }

    // Account 0 pays for the children after it; the one after them is on its own.
    private async Task<Desk> Family(int children)
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(children + 2);
        Desk.Succeeded(await Of(desk, 0).StartCollective(Desk.By("clerk"), new StartCollective(15), Cancellation));
        foreach (var child in Enumerable.Range(1, children))
            Desk.Succeeded(await Of(desk, child).JoinParent(Desk.By("clerk"), new(Desk.Id(0)), Cancellation));
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, [.. Enumerable.Range(1, children)]);
        await desk.Issue(runId);
        return desk;
    }

    private async Task Verify()
    {
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    private IAccountCollectiveGrain Of(Desk desk, int account) =>
        engine.Grains.GetGrain<IAccountCollectiveGrain>(desk.KeyOf(account));
}
