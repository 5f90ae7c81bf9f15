using System.Collections.Immutable;
using BillingActors.Grains.Ingestion;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingActors.Grains.Tests.Ingestion;

public sealed class StreamDeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ScriptedLog _log = new();
    private readonly ScriptedConsumer _consumer = new();

    [Fact]
    public async Task Records_of_a_subject_come_in_one_call_in_their_order_whatever_row_they_are_in()
    {
        await Work(_log.Row(1, ("A", "1"), ("B", "2"), ("A", "3")), _log.Row(2, ("A", "4")));

        Assert.Equal("A:1,3,4 B:2", _consumer.Told);
    }

    [Fact]
    public async Task A_subject_that_keeps_failing_is_parked_and_holds_nobody()
    {
        _consumer.Fails = subject => subject == "A";

        var worked = await Work(_log.Row(1, ("A", "1"), ("B", "2"), ("A", "3")));

        Assert.Equal(3, _consumer.Calls("A"));
        Assert.Equal(1, _consumer.Calls("B"));
        Assert.Equal("1 3", string.Join(' ', worked.Parked.Select(parked => parked.Record!.Id)));
        Assert.All(worked.Parked, parked => Assert.Equal(
            ("consumer-failed", 3), (parked.Code, parked.AttemptCount)));
        Assert.Equal(new RowOutcome(new InboxPosition(1, 1), 0, 2), Assert.Single(worked.Outcomes));
    }

    [Fact]
    public async Task A_fault_that_passes_is_tried_again_and_parks_nothing()
    {
        _consumer.Fails = subject => _consumer.Calls(subject) < 2;

        Assert.Empty((await Work(_log.Row(1, ("A", "1")))).Parked);
    }

    [Fact]
    public async Task While_the_store_is_away_nobody_is_parked()
    {
        _consumer.Fails = _ => true;
        _log.IsAway = true;

        await Assert.ThrowsAsync<TimeoutException>(() => Work(_log.Row(1, ("A", "1"))));
    }

    [Fact]
    public async Task A_store_that_is_full_is_still_read_and_nobody_is_parked()
    {
        _consumer.Fails = subject => subject == "A";
        _consumer.Fault = new StoreBusyException();

        await Assert.ThrowsAsync<StoreBusyException>(() => Work(_log.Row(1, ("A", "1"), ("B", "2"))));

        Assert.Equal((3, 1), (_consumer.Calls("A"), _consumer.Calls("B")));
    }

    [Fact]
    public async Task A_page_that_the_store_has_no_room_for_is_not_taken_apart()
    {
        _consumer.Fails = _ => true;
        _consumer.Fault = new UnknownOutcomeException("No room is left.");

        await Assert.ThrowsAsync<UnknownOutcomeException>(
            () => Work(new ScriptedPages(_consumer), _log.Row(1, ("A", "1"), ("B", "2"))));

        Assert.Empty(_consumer.Told);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_parked_whole_and_the_next_has_its_effect()
    {
        var worked = await Work(ScriptedLog.Damaged(1, recordCount: 7), _log.Row(2, ("A", "1")));

        var parked = Assert.Single(worked.Parked);
        Assert.Equal(("row-unreadable", true), (parked.Code, parked.Record is null));
        Assert.Equal(new RowOutcome(new InboxPosition(1, 1), 0, 7), Assert.Single(worked.Outcomes));
        Assert.Equal("A:1", _consumer.Told);
    }

    [Fact]
    public async Task Doubles_and_refusals_are_told_by_row()
    {
        _consumer.Verdict = record => record.Id switch
        {
            "double" => RecordVerdict.Duplicate,
            "odd" => RecordVerdict.Refused("odd", "It is odd."),
            _ => RecordVerdict.Applied,
        };

        var worked = await Work(_log.Row(1, ("A", "1"), ("A", "2")), _log.Row(2, ("A", "double"), ("B", "odd")));

        Assert.Equal(new RowOutcome(new InboxPosition(1, 2), 1, 1), Assert.Single(worked.Outcomes));
        Assert.Equal("odd", Assert.Single(worked.Parked).Code);
    }

    [Fact]
    public async Task A_consumer_of_pages_gets_many_subjects_in_one_call()
    {
        var pages = new ScriptedPages(_consumer);
        _consumer.Verdict = record => record.Id == "3" ? RecordVerdict.Duplicate : RecordVerdict.Applied;

        var worked = await Work(pages, _log.Row(1, ("C", "1"), ("B", "2"), ("C", "3"), ("A", "4")));

        Assert.Equal(["A:4 B:2", "C:1,3"], pages.Told);
        Assert.Empty(_consumer.Told);
        Assert.Equal(new RowOutcome(new InboxPosition(1, 1), 1, 0), Assert.Single(worked.Outcomes));
    }

    [Fact]
    public async Task Where_a_page_fails_each_subject_is_delivered_alone_and_only_one_is_parked()
    {
        _consumer.Fails = subject => subject == "B";

        var worked = await Work(new ScriptedPages(_consumer), _log.Row(1, ("A", "1"), ("B", "2"), ("C", "3")));

        Assert.Equal((1, 3, 0), (_consumer.Calls("A"), _consumer.Calls("B"), _consumer.Calls("C")));
        Assert.Equal("2", Assert.Single(worked.Parked).Record!.Id);
    }

    [Fact]
    public async Task While_the_store_is_away_a_page_that_fails_is_not_taken_apart()
    {
        _consumer.Fails = _ => true;
        _log.IsAway = true;

        await Assert.ThrowsAsync<TimeoutException>(
            () => Work(new ScriptedPages(_consumer), _log.Row(1, ("A", "1"), ("B", "2"))));

        Assert.Empty(_consumer.Told);
    }

    private Task<WorkedRows> Work(params InboxRow[] rows) => Work(_consumer, rows);

    private Task<WorkedRows> Work(IStreamConsumer consumer, params InboxRow[] rows) =>
        new StreamDelivery(_log, new InboxOptions(), NullLogger<StreamDelivery>.Instance)
            .Work(consumer, rows, Cancellation);

    /// <summary>Takes two subjects in one call, and fails where one of them would.</summary>
    private sealed class ScriptedPages(ScriptedConsumer alone) : IStreamPageConsumer
    {
        public string Namespace => alone.Namespace;

        public int SubjectCountMax => 2;

        public List<string> Told { get; } = [];

        public Task<IReadOnlyList<RecordVerdict>> Deliver(
            string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation) =>
            alone.Deliver(subject, records, cancellation);

        public Task<IReadOnlyList<IReadOnlyList<RecordVerdict>>> DeliverPage(
            IReadOnlyList<SubjectRecords> page, CancellationToken cancellation)
        {
            if (page.Any(subject => alone.Fails(subject.Subject)))
                throw alone.Fault;
            Told.Add(string.Join(' ', page.Select(subject =>
                $"{subject.Subject}:{string.Join(',', subject.Records.Select(record => record.Id))}")));
            return Task.FromResult<IReadOnlyList<IReadOnlyList<RecordVerdict>>>(
                [.. page.Select(subject => subject.Records.Select(alone.Verdict).ToList())]);
        }
    }

    private sealed class ScriptedConsumer : IStreamConsumer
    {
        private readonly List<(string Subject, string Ids)> _calls = [];

        public string Namespace => "test";

        public Predicate<string> Fails { get; set; } = _ => false;

        public Exception Fault { get; set; } = new InvalidOperationException("It does not work.");

        public Func<DeliveredRecord, RecordVerdict> Verdict { get; set; } = _ => RecordVerdict.Applied;

        public string Told => string.Join(' ', _calls.Select(call => $"{call.Subject}:{call.Ids}"));

        public int Calls(string subject) => _calls.Count(call => call.Subject == subject);

        public Task<IReadOnlyList<RecordVerdict>> Deliver(
            string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation)
        {
            _calls.Add((subject, string.Join(',', records.Select(record => record.Id))));
            return Fails(subject)
                ? throw Fault
                : Task.FromResult<IReadOnlyList<RecordVerdict>>([.. records.Select(Verdict)]);
        }
    }

    private sealed class ScriptedLog : IInboxLog
    {
        private readonly Dictionary<long, ImmutableArray<InboxRecord>> _rows = [];

        public bool IsAway { get; set; }

        public InboxRow Row(long row, params (string Subject, string Id)[] records)
        {
            _rows[row] = [.. records.Select(record => new InboxRecord(record.Subject, "test", record.Id, default))];
            return Damaged(row, records.Length);
        }

        public static InboxRow Damaged(long row, int recordCount) =>
            new(1, 0, row, DateTimeOffset.UnixEpoch, recordCount, [1]);

        public Task<ImmutableArray<InboxRecord>> Records(
            string streamNamespace, InboxRow row, CancellationToken cancellation) =>
            _rows.TryGetValue(row.Row, out var records)
                ? Task.FromResult(records)
                : throw new InboxRowException("It is damaged.");

        public Task<InboxPosition> Checkpoint(string streamNamespace, int partition, CancellationToken cancellation) =>
            IsAway ? throw new TimeoutException() : Task.FromResult(InboxPosition.First);

        public Task<InboxEpoch> Open(string streamNamespace, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<InboxRow>> Read(
            string streamNamespace, int partition, InboxPosition from, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<bool> Advance(InboxAdvance advance, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int> Trim(string streamNamespace, int partition, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
