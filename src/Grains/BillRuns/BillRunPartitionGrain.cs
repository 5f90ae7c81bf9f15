using System.Collections.Immutable;
using System.Diagnostics;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Grains.Mapping;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Works one range of a run page by page. Every page commits together with its checkpoint, so a page that is repeated
/// after a crash, or by a second activation, changes nothing twice.
/// </summary>
internal sealed class BillRunPartitionGrain(
    IBillRunStore runs,
    IAccountStore accounts,
    PageCalculation calculation,
    PageRelease release,
    DeskTraffic desk,
    IOptions<GrainsOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock) : Grain, IBillRunPartitionGrain
{
    public async Task<PartitionProgress> Calculate(PartitionWork work, CancellationToken cancellation)
    {
        var settings = await calculation.Settings(work, cancellation);
        var at = await runs.Checkpoint(work.RunId, work.Number, "calculate", cancellation);
        if (at is { IsDone: true })
            return new PartitionProgress(0, 0, 0, true);
        var slice = new Slice(options.Value.RunSliceMilliseconds);
        var cursor = at?.Cursor ?? work.AfterKey;
        var page = Page(settings, work, cursor, cancellation);
        while (true)
        {
            var (drafts, isDone) = await page;
            cursor = drafts.IsEmpty ? cursor : drafts[^1].AccountKey;
            var goesOn = !isDone && slice.HasTime;
            // The next page is read while this one is written.
            page = goesOn ? Page(settings, work, cursor, cancellation) : page;
            await runs.WriteDrafts(
                work.RunId, drafts, new(work.RunId, work.Number, "calculate", cursor, isDone), cancellation);
            CrashPoints.Reach(CrashPoints.BetweenPages);
            slice.Count(
                drafts.Length,
                drafts.Count(d => d.Outcome == DraftOutcome.Calculated),
                drafts.Count(d => d.Outcome == DraftOutcome.Held));
            if (!goesOn)
                return slice.Progress(isDone);
        }
    }

    public async Task<PartitionProgress> Release(PartitionWork work, CancellationToken cancellation)
    {
        var settings = await calculation.Settings(work, cancellation);
        var at = await runs.Checkpoint(work.RunId, work.Number, "release", cancellation);
        if (at is { IsDone: true })
            return new PartitionProgress(0, 0, 0, true);
        var order = Order(work);
        var range = new RunPartition(work.Number, work.AfterKey, work.ThroughKey);
        var slice = new Slice(options.Value.RunSliceMilliseconds);
        var cursor = at?.Cursor ?? work.AfterKey;
        var next = Prepare(cursor);
        while (true)
        {
            var (page, isDone) = await next;
            cursor = page.Drafts.IsEmpty ? cursor : page.Drafts[^1].AccountKey;
            var goesOn = !isDone && slice.HasTime;
            // The next page is read and worked out while this one is written.
            next = goesOn ? Prepare(cursor) : next;
            var progress = await release.Issue(
                settings, order, page, new(work.RunId, work.Number, "release", cursor, isDone), cancellation);
            CrashPoints.Reach(CrashPoints.MiddleOfRelease);
            slice.Count(progress.Worked, progress.Billed, progress.Held);
            if (!goesOn)
                return slice.Progress(isDone);
        }

        async Task<(PreparedPage Page, bool IsLast)> Prepare(string after)
        {
            var size = desk.PageSize();
            var drafts = await runs.ReadDrafts(work.RunId, range, after, size, cancellation);
            return (await release.Prepare(settings, order, drafts, cancellation), drafts.Length < size);
        }
    }

    public async Task<DryRunSlice> DryRun(PartitionWork work, string afterKey, CancellationToken cancellation)
    {
        var settings = await calculation.Settings(work, cancellation);
        var slice = new Slice(options.Value.RunSliceMilliseconds);
        var sums = new DraftSums();
        var held = ImmutableArray.CreateBuilder<WorklistRow>();
        var cursor = afterKey;
        while (true)
        {
            var (drafts, isDone) = await Page(settings, work, cursor, cancellation);
            cursor = drafts.IsEmpty ? cursor : drafts[^1].AccountKey;
            foreach (var draft in drafts)
                sums.Add(draft);
            held.AddRange(drafts.Where(d => d.Outcome == DraftOutcome.Held).Select(d => Row(d, work)));
            if (isDone || !slice.HasTime)
                return sums.ToSlice(cursor, isDone, held.ToImmutable());
        }
    }

    public async Task Recalculate(PartitionWork work, string accountKey, CancellationToken cancellation)
    {
        var settings = await calculation.Settings(work, cancellation);
        var drafts = await calculation.Calculate(settings, [accountKey], cancellation);
        await runs.WriteDrafts(work.RunId, drafts, null, cancellation);
    }

    private async Task<(ImmutableArray<BillDraft> Drafts, bool IsLast)> Page(
        RunSettings settings, PartitionWork work, string after, CancellationToken cancellation)
    {
        var range = new RunRange(
            work.EntityId,
            work.CycleId,
            work.Currency,
            new(work.Number, work.AfterKey, work.ThroughKey),
            work.AccountIds);
        var size = desk.PageSize();
        var keys = await runs.Keys(range, after, size, cancellation);
        return keys.IsEmpty
            ? ([], true)
            : (await calculation.Calculate(settings, await accounts.LoadMany(keys, cancellation), cancellation),
                keys.Length < size);
    }

    private ReleaseOrder Order(PartitionWork work) => new(
        work.IssueOn!.Value.ToDomain(),
        new CommandContext(
            work.RunId,
            new Actor(ActorKind.Person, work.ReleasedBy),
            "run",
            Instant.FromDateTimeOffset(clock.GetUtcNow())));

    private WorklistRow Row(BillDraft draft, PartitionWork work)
    {
        var (entityId, accountId) = AccountKey.Split(draft.AccountKey);
        return new WorklistRow(
            0, "bill-exception", "open", draft.Holds[0].Code, HoldReason.Tell(draft.Holds),
            entityId, accountId, work.RunId, null, 0, null, null, null, clock.GetUtcNow(), null, null, null);
    }

    private sealed class Slice(int milliseconds)
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private long _worked;
        private long _billed;
        private long _held;

        public bool HasTime => Stopwatch.GetElapsedTime(_start).TotalMilliseconds < milliseconds;

        public void Count(long worked, long billed, long held)
        {
            _worked += worked;
            _billed += billed;
            _held += held;
        }

        public PartitionProgress Progress(bool isDone) => new(_worked, _billed, _held, isDone);
    }
}
