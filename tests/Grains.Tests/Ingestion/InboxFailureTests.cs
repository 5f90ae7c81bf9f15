using System.Collections.Immutable;
using BillingActors.Grains.Ingestion;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingActors.Grains.Tests.Ingestion;

/// <summary>What becomes of rows that Orleans gave up to deliver.</summary>
public sealed class InboxFailureTests
{
    private readonly ParkingLog _log = new();
    private readonly PartitionSignal _signal = new(new StreamPartition("test", 0));

    [Fact]
    public async Task Rows_that_are_not_delivered_are_parked_at_the_last_attempt()
    {
        await Fail(times: 2, () => Task.FromResult(false));
        Assert.Empty(_log.Parked);

        await Fail(times: 1, () => Task.FromResult(false));

        Assert.Equal(("delivery-failed", "1"), (Assert.Single(_log.Parked).Code, _log.Parked[0].Record!.Id));
    }

    [Fact]
    public async Task Rows_that_wait_for_the_store_are_never_parked_and_are_read_again()
    {
        _signal.TakeRewind();

        await Fail(times: 20, () => Task.FromResult(true));

        Assert.Empty(_log.Parked);
        Assert.True(_signal.TakeRewind());
    }

    [Fact]
    public async Task A_partition_that_does_not_answer_does_not_save_its_rows()
    {
        await Fail(times: 3, () => throw new TimeoutException());

        Assert.Single(_log.Parked);
    }

    private async Task Fail(int times, Func<Task<bool>> isHeldUp)
    {
        var handler = new InboxFailureHandler(
            _signal, _log, new InboxOptions(), isHeldUp, NullLogger<InboxFailureHandler>.Instance);
        for (var i = 0; i < times; i++)
            await handler.OnDeliveryFailure(GuidId.GetNewGuidId(), "inbox", _signal.Partition.StreamId, null!);
    }

    /// <summary>Has one row of one record, and remembers what is parked of it.</summary>
    private sealed class ParkingLog : IInboxLog
    {
        private static readonly InboxRow Row = new(1, 0, 1, DateTimeOffset.UnixEpoch, 1, [1]);

        public ImmutableArray<QuarantinedRecord> Parked { get; private set; } = [];

        public Task<ImmutableArray<InboxRecord>> Records(
            string streamNamespace, InboxRow row, CancellationToken cancellation) =>
            Task.FromResult<ImmutableArray<InboxRecord>>([new InboxRecord("A", "test", "1", default)]);

        public Task<InboxPosition> Checkpoint(string streamNamespace, int partition, CancellationToken cancellation) =>
            Task.FromResult(InboxPosition.First);

        public Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation) =>
            Task.FromResult(new InboxClaim(InboxPosition.First, 1));

        public Task<ImmutableArray<InboxRow>> Read(
            string streamNamespace, int partition, InboxPosition from, CancellationToken cancellation) =>
            Task.FromResult<ImmutableArray<InboxRow>>([Row]);

        public Task<bool> Advance(InboxAdvance advance, CancellationToken cancellation)
        {
            Parked = advance.Quarantined;
            return Task.FromResult(true);
        }

        public Task<InboxEpoch> Open(string streamNamespace, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int> Trim(string streamNamespace, int partition, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
