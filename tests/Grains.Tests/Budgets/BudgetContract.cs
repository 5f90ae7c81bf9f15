using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Budgets;

/// <summary>Budget billing as the days go by, over every database.</summary>
public abstract class BudgetContract(BillingEngine engine) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        engine.Clock.Reset();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Instalments_come_by_themselves_a_bill_is_set_against_them_and_leaving_settles()
    {
        engine.Clock.MoveTo(Desk.January);
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var grain = engine.Grains.GetGrain<IAccountBudgetGrain>(desk.KeyOf(0));
        var plan = new AgreeBudget("B-1", "down-payments", Desk.January, Desk.February, 11, 5000);
        Desk.Succeeded(await grain.AgreeBudget(Desk.By("clerk"), plan, Cancellation));

        engine.Clock.MoveTo(Desk.February);
        await Wait.Until(() => grain.ViewBudget(Cancellation), view => view?.Plans[0].ChargedCount == 1);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);

        var view = await Wait.Until(
            () => grain.ViewBudget(Cancellation), view => view?.Plans[0].Years[0].BilledDays > 0);
        Assert.Equal(5000 - Desk.JanuaryMinor, view!.BalanceMinor);
        var account = await desk.Account(0).View(Cancellation);
        Assert.Equal(["budget.B-1.1"], account!.OpenItems.Select(item => item.Id));
        Assert.Equal((31, Desk.JanuaryMinor), (
            (await grain.EstimateBudget(12, Cancellation))!.BilledDays,
            (await grain.EstimateBudget(12, Cancellation))!.BilledMinor));

        var end = Desk.By("clerk", reason: "as asked");
        Desk.Succeeded(await grain.EndBudget(end, new EndBudget("B-1"), Cancellation));
        Assert.True((await grain.EndBudget(end, new EndBudget("B-1"), Cancellation)).IsReplay);

        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    [Fact]
    public async Task An_unknown_kind_and_an_unknown_plan_are_refused()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var grain = engine.Grains.GetGrain<IAccountBudgetGrain>(desk.KeyOf(0));
        var plan = new AgreeBudget("B-1", "gift", Desk.February, Desk.February, 12, 5000);

        var kind = await grain.AgreeBudget(Desk.By("clerk"), plan, Cancellation);
        var unknown = await grain.AdjustBudget(
            Desk.By("clerk", reason: "why"), new AdjustBudget("B-9", 1), Cancellation);

        Assert.Equal(("budget-kind-unknown", "budget-unknown"), (kind.Problem!.Code, unknown.Problem!.Code));
    }
}
