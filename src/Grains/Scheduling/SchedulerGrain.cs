using System.Collections.Immutable;
using System.Diagnostics;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.DueWork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Scheduling;

/// <summary>One shard of due work: a timer while it is active, a reminder that brings it back.</summary>
internal sealed class SchedulerGrain(
    IDueWorkStore due,
    DueWorkPages pages,
    IOptions<GrainsOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    [PersistentState("scheduler", GrainsHosting.StorageName)] IPersistentState<SchedulerState> state)
    : Grain, ISchedulerGrain, IRemindable
{
    private const string ReminderName = "due-work";

    /// <summary>Items of one page; as for payments, few enough that what a page keeps alive is small.</summary>
    private const int CountMax = 250;

    /// <summary>A look goes on with full pages for so long; what is left waits for the next look.</summary>
    private static readonly TimeSpan SliceMax = TimeSpan.FromSeconds(1);

    private int Shard => (int)this.GetPrimaryKeyLong();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await this.RegisterOrUpdateReminder(
            ReminderName, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), cancellationToken);
        var pause = TimeSpan.FromMilliseconds(options.Value.SchedulerIntervalMilliseconds);
        this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(pause, pause) { KeepAlive = true });
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Tick(CancellationToken.None);

    public async Task Tick(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var (woken, before) = (0L, ImmutableArray<DueItem>.Empty);
        while (true)
        {
            var items = await due.Due(Shard, options.Value.SchedulerShardCount, now, CountMax, cancellation);
            // What was woken and is still due goes on by itself, or failed: it is not asked again and again.
            if (items.IsEmpty || (!before.IsEmpty && items[0] == before[0]))
                break;
            await pages.Work(items, cancellation);
            (woken, before) = (woken + items.Length, items);
            if (items.Length < CountMax || Stopwatch.GetElapsedTime(started) > SliceMax)
                break;
        }
        if (woken == 0)
            return;
        state.State = new SchedulerState { LastWokenAt = now, WokenCount = state.State.WokenCount + woken };
        await state.WriteStateAsync(cancellation);
    }
}
