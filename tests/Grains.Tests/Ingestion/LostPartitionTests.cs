using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Ingestion;

/// <summary>A stream outlives the silo its partitions were in; the test has a cluster to lose.</summary>
public sealed class LostPartitionTests : IAsyncLifetime
{
    private const int Count = 24;

    private readonly PostgresEngine _engine = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _engine.InitializeAsync();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task Each_payment_has_its_effect_once_although_a_silo_dies_with_effects_that_no_checkpoint_knows()
    {
        var desk = await Desk.Open(_engine);
        await desk.Enter(Count);
        var inbox = _engine.Get<IInbox>();
        var stop = _engine.Gate.Close(what => what == GatedStore.StoredPage, time: 3);

        var first = await Append(inbox, desk, "first");
        var name = await stop.Reached;
        var lost = _engine.Cluster.Silos.First(silo => silo.Name == name);
        await _engine.Cluster.KillSiloAsync(lost, Cancellation);
        stop.Open();
        var left = _engine.Get<IInbox>(0);
        var done = await Payments.Done(left, first);

        Assert.Equal((Count, Count), (done.AcceptedCount, done.AppliedCount + done.DuplicateCount));
        Assert.Equal(0, done.QuarantinedCount);
        await _engine.Cluster.StartAdditionalSiloAsync();
        var second = await Payments.Done(left, await Append(left, desk, "second"));

        Assert.Equal(Count, second.AppliedCount);
        for (var i = 0; i < Count; i++)
            Assert.Equal(2 * (100 + i), await Payments.Booked(_engine, desk, i));
        Assert.Equal(2 * Count, await _engine.Sql(
            $"select count(*) from receipt where account_key like '{desk.EntityId}/%'"));
        var report = await _engine.Get<IVerification>().Run(null, Cancellation);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.Code}: {check.Faults.FirstOrDefault()}"));
    }

    private static Task<InboxReceipt> Append(IInbox inbox, Desk desk, string name) => inbox.Append(
        StreamNames.Payments,
        [.. Enumerable.Range(0, Count).Select(i => Payments.For(desk, Desk.Id(i), $"{name}-{i}", 100 + i))],
        Cancellation);
}
