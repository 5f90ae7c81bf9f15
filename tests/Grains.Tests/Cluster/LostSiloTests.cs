using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Cluster;

/// <summary>A run outlives the silo it was worked in; each test has a cluster to lose.</summary>
public sealed class LostSiloTests : IAsyncLifetime
{
    private const int Count = 60;

    private readonly PostgresEngine _engine = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _engine.InitializeAsync();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task A_run_goes_on_by_itself_when_a_silo_dies_in_the_middle_of_its_release()
    {
        var desk = await Desk.Open(_engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        Desk.Succeeded(await desk.Run(run).Approve(Desk.By("second"), Cancellation));
        for (var i = 0; i < Count; i++)
            Assert.Equal(0, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
        var stop = _engine.Gate.Close(what => what == GatedStore.StoredPage, time: 3);

        Desk.Succeeded(await desk.Run(run).Release(Desk.By("planner"), Cancellation));
        var lost = await stop.Reached;
        Assert.InRange(await desk.Count("invoice", $"run_id = '{run}'"), 1, Count - 1);
        await _engine.Cluster.KillSiloAsync(_engine.Cluster.Silos.First(silo => silo.Name == lost));
        stop.Open();
        await Wait.Until(
            () => desk.Count("bill_run", $"run_id = '{run}' and stage = 'closed'"), closed => closed == 1);

        Assert.Equal(Count, await desk.Count("invoice", $"run_id = '{run}'"));
        Assert.Equal(
            Count, await _engine.Sql($"select count(distinct account_key) from invoice where run_id = '{run}'"));
        Assert.Equal(Count, await _engine.Sql($"select max(number) from invoice where run_id = '{run}'"));
        Assert.Equal(0, await desk.Count("worklist", $"run_id = '{run}'"));
        for (var i = 0; i < Count; i++)
            Assert.Equal(Desk.JanuaryMinor, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
        var report = await _engine.Get<IVerification>().Run(null, Cancellation);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.Code}: {check.Faults.FirstOrDefault()}"));
    }
}
