using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Tests.Inbox;

/// <summary>What the inbox promises on every database; each test owns its stream.</summary>
public abstract class InboxContract(InboxParts parts) : IAsyncLifetime
{
    private readonly List<OpenInbox> _open = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Stream { get; } = Guid.NewGuid().ToString("N")[..12];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            await open.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Records_come_back_as_they_were_with_those_of_a_subject_in_their_order()
    {
        var inbox = Open(partitions: 3);
        var records = Enumerable.Range(0, 40).Select(i => Record($"E/A-{i % 7}", $"r{i}")).ToList();

        var receipt = await inbox.Inbox.Append(Stream, records, Cancellation);

        Assert.Equal(40, receipt.Count);
        Assert.All(receipt.Parts, part => Assert.Equal(1, part.Row));
        var found = new List<InboxRecord>();
        foreach (var part in receipt.Parts)
            found.AddRange(await All(inbox, part.Partition));
        Assert.Equal(
            records.OrderBy(record => record.Subject, StringComparer.Ordinal).Select(Told),
            found.OrderBy(record => record.Subject, StringComparer.Ordinal).Select(Told));
    }

    [Fact]
    public async Task Rows_of_appenders_in_two_processes_have_no_gap_and_appear_in_order()
    {
        OpenInbox[] processes = [Open(partitions: 2), Open(partitions: 2)];
        await processes[0].Log.Open(Stream, Cancellation);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => processes[i % 2].Inbox.Append(
            Stream, [Record($"E/A-{i}", $"a{i}"), Record($"E/B-{i}", $"b{i}")], Cancellation)));

        foreach (var partition in receipts.SelectMany(receipt => receipt.Parts).GroupBy(part => part.Partition))
        {
            Assert.Equal(
                Enumerable.Range(1, partition.Count()).Select(row => (long)row),
                partition.Select(part => part.Row).Order());
        }
        var ids = (await All(processes[0], 0)).Concat(await All(processes[1], 1)).Select(record => record.Id);
        Assert.Equal(120, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_flush_that_was_not_committed_leaves_no_row_and_no_gap()
    {
        var inbox = Open(partitions: 1);
        await inbox.Inbox.Append(Stream, [Record("E/A", "1")], Cancellation);
        // Its record count breaks a rule of the table, after its heads were moved.
        var broken = new PreparedAppend(1, [new PreparedPart(0, 0, [1])]);

        await Assert.ThrowsAnyAsync<Exception>(
            () => inbox.Table.Append(new InboxFlush(Stream, 1, [broken]), Cancellation));
        var after = await inbox.Inbox.Append(Stream, [Record("E/A", "2")], Cancellation);

        Assert.Equal(2, after.Parts[0].Row);
        Assert.Equal("1 2", string.Join(' ', (await All(inbox, 0)).Select(record => record.Id)));
    }

    [Fact]
    public async Task A_checkpoint_moves_only_forward_and_only_for_the_newest_claim()
    {
        var inbox = Open(partitions: 1);
        foreach (var id in new[] { "1", "2", "3" })
            await inbox.Inbox.Append(Stream, [Record("E/A", id)], Cancellation);
        var zombie = await inbox.Log.Claim(Stream, 0, Cancellation);
        var claim = await inbox.Log.Claim(Stream, 0, Cancellation);

        Assert.False(await inbox.Log.Advance(Over(zombie, 1), Cancellation));
        Assert.True(await inbox.Log.Advance(Over(claim, 2), Cancellation));
        Assert.False(await inbox.Log.Advance(Over(claim, 3), Cancellation));

        Assert.Equal(new InboxPosition(1, 3), await inbox.Log.Checkpoint(Stream, 0, Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => parts.Sql(
            $"update inbox_checkpoint set row_number = 1 where namespace = '{Stream}'"));
        var (_, fence) = await inbox.Log.Claim(Stream, 0, Cancellation);
        Assert.Equal(claim.Fence + 1, fence);
    }

    [Fact]
    public async Task Another_number_of_partitions_starts_an_epoch_that_waits_until_the_old_one_is_drained()
    {
        var before = Open(partitions: 2);
        await before.Inbox.Append(Stream, [.. Subjects(8)], Cancellation);
        var after = Open(partitions: 3);

        Assert.Equal(new InboxEpoch(2, 3), await after.Log.Open(Stream, Cancellation));
        // The old process still believes in the old epoch, finds it ended, and goes on in the new one.
        var receipt = await before.Inbox.Append(Stream, [.. Subjects(8)], Cancellation);

        Assert.Equal(2, receipt.Epoch);
        Assert.Equal(3, await after.Log.PartitionCountMax(Stream, Cancellation));
        Assert.Empty(await after.Log.Read(Stream, 2, InboxPosition.First, Cancellation));
        await Drain(after, 0);
        Assert.Empty(await after.Log.Read(Stream, 0, new InboxPosition(1, 2), Cancellation));
        await Drain(after, 1);
        for (var partition = 0; partition < 3; partition++)
        {
            var next = await after.Log.Read(
                Stream, partition, await after.Log.Checkpoint(Stream, partition, Cancellation), Cancellation);
            Assert.All(next, row => Assert.Equal((2, 1), (row.Epoch, row.Row)));
            Assert.Equal(receipt.Parts.Any(part => part.Partition == partition), !next.IsEmpty);
        }
    }

    [Fact]
    public async Task A_full_stream_takes_nothing_and_says_when_to_come_again()
    {
        var inbox = Open(partitions: 1, waitingMax: 3);
        await inbox.Inbox.Append(Stream, [.. Subjects(3)], Cancellation);

        var full = await Assert.ThrowsAsync<InboxFullException>(
            () => inbox.Inbox.Append(Stream, [.. Subjects(1)], Cancellation));

        Assert.InRange(full.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(3, (await View(inbox)).WaitingRecords);
        await Drain(inbox, 0);
        await using var later = Open(partitions: 1, waitingMax: 3);
        Assert.Equal(1, (await later.Inbox.Append(Stream, [.. Subjects(1)], Cancellation)).Count);
    }

    [Fact]
    public async Task An_append_knows_how_far_it_is_and_what_was_double_or_refused()
    {
        var inbox = Open(partitions: 1);
        var first = await inbox.Inbox.Append(Stream, [.. Subjects(5)], Cancellation);
        var second = await inbox.Inbox.Append(Stream, [.. Subjects(2)], Cancellation);
        var claim = await inbox.Log.Claim(Stream, 0, Cancellation);

        await inbox.Log.Advance(
            Over(claim, 1) with { RecordCount = 5, Outcomes = [new RowOutcome(new InboxPosition(1, 1), 2, 1)] },
            Cancellation);

        Assert.Equal(
            ("done", 5, 0, 2, 2, 1), Told((await inbox.Inbox.Progress(Stream, first, Cancellation))!));
        Assert.Equal(
            ("accepted", 2, 2, 0, 0, 0), Told((await inbox.Inbox.Progress(Stream, second, Cancellation))!));
        Assert.Null(await inbox.Inbox.Progress(Stream, first with { Epoch = 7 }, Cancellation));
        var view = await View(inbox);
        Assert.Equal((1, 2), (view.WaitingRows, view.WaitingRecords));
        Assert.NotNull(view.OldestWaitingAt);
    }

    [Fact]
    public async Task A_damaged_row_is_recognised()
    {
        var inbox = Open(partitions: 1);
        await inbox.Inbox.Append(Stream, [Record("E/A", "1")], Cancellation);
        var row = (await inbox.Log.Read(Stream, 0, InboxPosition.First, Cancellation))[0];
        for (var at = 0; at < row.Body.Length; at += 11)
        {
            var damaged = row with { Body = [.. row.Body] };
            damaged.Body[at] ^= 0x10;
            await Assert.ThrowsAsync<InboxRowException>(() => inbox.Log.Records(Stream, damaged, Cancellation));
        }
        var cut = row with { Body = row.Body[..^1] };
        await Assert.ThrowsAsync<InboxRowException>(() => inbox.Log.Records(Stream, cut, Cancellation));
    }

    [Fact]
    public async Task What_is_parked_is_seen_in_its_entity_driven_again_as_new_or_discarded()
    {
        var inbox = Open(partitions: 1);
        await inbox.Inbox.Append(Stream, [Record("E/A", "1"), Record("F/B", "2")], Cancellation);
        var claim = await inbox.Log.Claim(Stream, 0, Cancellation);
        await inbox.Log.Advance(
            Over(claim, 1) with { Quarantined = [Parked("E/A", "1", 0), Parked("F/B", "2", 1)] }, Cancellation);

        var all = await inbox.Quarantine.Waiting(Stream, EntityScope.All, new QuarantineRange(0, 10), Cancellation);
        Assert.Equal("1:body of 1 2:body of 2", string.Join(' ', all.Select(one => $"{one.RecordId}:{one.Body}")));
        Assert.Equal(2, (await View(inbox)).QuarantinedCount);
        var own = new EntityScope(["E"]);
        Assert.Single(await inbox.Quarantine.Waiting(Stream, own, new QuarantineRange(0, 10), Cancellation));
        var foreign = new QuarantineKey(Stream, all[1].Id, own);
        Assert.Equal(QuarantineDecision.Unknown, await inbox.Quarantine.Redrive(foreign, "ada", Cancellation));

        var first = new QuarantineKey(Stream, all[0].Id, EntityScope.All);
        Assert.Equal(QuarantineDecision.Done, await inbox.Quarantine.Redrive(first, "ada", Cancellation));
        Assert.Equal(QuarantineDecision.DecidedBefore, await inbox.Quarantine.Redrive(first, "ada", Cancellation));
        var second = new QuarantineKey(Stream, all[1].Id, EntityScope.All);
        Assert.Equal(QuarantineDecision.Done, await inbox.Quarantine.Discard(second, "ada", "not ours", Cancellation));

        var again = await inbox.Log.Read(Stream, 0, new InboxPosition(1, 2), Cancellation);
        Assert.Equal("1", Assert.Single(await inbox.Log.Records(Stream, again[0], Cancellation)).Id);
        Assert.Equal(0, (await View(inbox)).QuarantinedCount);
    }

    [Fact]
    public async Task Only_rows_that_are_worked_off_and_old_are_trimmed()
    {
        var inbox = Open(partitions: 1, retentionHours: 0);
        var keeping = Open(partitions: 1, retentionHours: 1);
        foreach (var id in new[] { "1", "2", "3" })
            await inbox.Inbox.Append(Stream, [Record("E/A", id)], Cancellation);
        Assert.Equal(0, await inbox.Log.Trim(Stream, 0, Cancellation));
        var claim = await inbox.Log.Claim(Stream, 0, Cancellation);
        await inbox.Log.Advance(Over(claim, 2), Cancellation);

        Assert.Equal(0, await keeping.Log.Trim(Stream, 0, Cancellation));
        Assert.Equal(2, await inbox.Log.Trim(Stream, 0, Cancellation));

        Assert.Equal("3", Assert.Single(await All(inbox, 0)).Id);
        Assert.Equal(4, (await inbox.Inbox.Append(Stream, [Record("E/A", "4")], Cancellation)).Parts[0].Row);
    }

    private OpenInbox Open(int partitions, long waitingMax = 1000, int retentionHours = 1)
    {
        var open = (OpenInbox)parts.Open(new InboxOptions
        {
            PartitionCount = partitions,
            WaitingRecordCountMax = waitingMax,
            RetentionHours = retentionHours,
        });
        _open.Add(open);
        return open;
    }

    private async Task<Grains.Interfaces.Streams.StreamView> View(OpenInbox inbox) =>
        (await inbox.Reports.Streams(Cancellation)).Single(stream => stream.Name == Stream);

    private async Task<List<InboxRecord>> All(OpenInbox inbox, int partition)
    {
        var records = new List<InboxRecord>();
        var position = InboxPosition.First;
        var first = await parts.Sql(
            $"select min(row_number) from inbox_row where namespace = '{Stream}' and partition = {partition}");
        position = position with { Row = Math.Max(1, first) };
        while (await inbox.Log.Read(Stream, partition, position, Cancellation) is [_, ..] rows)
        {
            Assert.Equal(position.Row, rows[0].Row);
            foreach (var row in rows)
                records.AddRange(await inbox.Log.Records(Stream, row, Cancellation));
            position = rows[^1].Next;
        }
        return records;
    }

    private async Task Drain(OpenInbox inbox, int partition)
    {
        var claim = await inbox.Log.Claim(Stream, partition, Cancellation);
        while (await inbox.Log.Read(Stream, partition, claim.Position, Cancellation) is [_, ..] rows
            && rows[0].Epoch == claim.Position.Epoch)
        {
            var advance = new InboxAdvance(
                Stream,
                partition,
                claim,
                rows[^1].Next,
                rows.Sum(row => row.RecordCount),
                rows.Sum(row => row.Body.Length),
                [],
                []);
            Invariant.Holds(await inbox.Log.Advance(advance, Cancellation), "nobody else works here");
            claim = claim with { Position = advance.To };
        }
    }

    private InboxAdvance Over(InboxClaim claim, long lastRow) =>
        new(Stream, 0, claim, new InboxPosition(1, lastRow + 1), 1, 1, [], []);

    private static QuarantinedRecord Parked(string subject, string id, int index) =>
        new(new InboxOffset(1, 0, 1, index), Record(subject, id), [], "odd", "It is odd.", 3);

    private static ImmutableArray<InboxRecord> Subjects(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Record(
            string.Create(CultureInfo.InvariantCulture, $"E/A-{i}"), i.ToString(CultureInfo.InvariantCulture))),
    ];

    private static InboxRecord Record(string subject, string id) =>
        new(subject, "test", id, Encoding.UTF8.GetBytes($"body of {id}"));

    private static string Told(InboxRecord record) =>
        $"{record.Subject} {record.Source} {record.Id} {Encoding.UTF8.GetString(record.Body.Span)}";

    private static (string State, int Accepted, int Waiting, int Applied, int Duplicate, int Quarantined) Told(
        Grains.Interfaces.Streams.StreamOperationView view) => (
        view.State, view.AcceptedCount, view.WaitingCount, view.AppliedCount, view.DuplicateCount,
        view.QuarantinedCount);
}
