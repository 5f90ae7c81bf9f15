using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Cluster;

/// <summary>What two silos owe each other.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class TwoSiloTests(PostgresEngine engine)
{
    private const int Count = 30;
    private const int RunCount = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_ups_in_either_silo_see_a_bill_that_one_of_them_issued()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        for (var i = 0; i < Count; i++)
            Assert.Equal(0, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
        Assert.True(engine.ActiveIn(0) > 0 && engine.ActiveIn(1) > 0, "Both silos must have accounts.");

        await desk.Issue(run);

        for (var i = 0; i < Count; i++)
            Assert.Equal(Desk.JanuaryMinor, (await desk.Account(i).Balance(Cancellation))!.BalanceMinor);
    }

    [Fact]
    public async Task Each_silo_works_on_a_part_of_every_run()
    {
        // Chance alone puts both partitions of all of them apart once in sixteen times.
        for (var i = 0; i < RunCount; i++)
        {
            var desk = await Desk.Open(engine);
            await desk.Enter(Count);
            var run = Desk.NewRunId();

            var view = await desk.Calculate(run);

            Assert.Equal([0, 1], view.Partitions.Select(partition => partition.Number));
            var places = await Task.WhenAll(view.Partitions.Select(partition => PlaceOf($"{run}/{partition.Number}")));
            Assert.All(places, Assert.NotNull);
            Assert.NotEqual(places[0], places[1]);
        }
    }

    private Task<SiloAddress?> PlaceOf(string partition) => engine.Grains.GetGrain<IManagementGrain>(0)
        .GetActivationAddress((IAddressable)engine.Grains.GetGrain<IBillRunPartitionGrain>(partition)).AsTask();
}
