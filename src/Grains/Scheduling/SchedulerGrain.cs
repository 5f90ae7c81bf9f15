using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.DueWork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Scheduling;

/// <summary>One shard of due work: a timer while it is active, a reminder that brings it back.</summary>
internal sealed partial class SchedulerGrain(
    IDueWorkStore due,
    IOptions<GrainsOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    [PersistentState("scheduler", GrainsHosting.StorageName)] IPersistentState<SchedulerState> state,
    ILogger<SchedulerGrain> logger) : Grain, ISchedulerGrain, IRemindable
{
    private const int CountMax = 100;
    private const string ReminderName = "due-work";

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
        var items = await due.Due(Shard, options.Value.SchedulerShardCount, now, CountMax, cancellation);
        foreach (var item in items)
            await Wake(item, cancellation);
        if (items.IsEmpty)
            return;
        state.State = new SchedulerState { LastWokenAt = now, WokenCount = state.State.WokenCount + items.Length };
        await state.WriteStateAsync(cancellation);
    }

    private async Task Wake(DueItem item, CancellationToken cancellation)
    {
        try
        {
            await (item.Kind switch
            {
                "bill-run" => GrainFactory.GetGrain<IBillRunGrain>(item.Key).Resume(cancellation),
                "import" => GrainFactory.GetGrain<IImportGrain>(item.Key).Work(cancellation),
                "call" => GrainFactory.GetGrain<IHeldCallGrain>(item.Key).Close(cancellation),
                "collection" => GrainFactory.GetGrain<IAccountCollectionsGrain>(item.Key)
                    .ReviewCollection(cancellation),
                "transfer" => GrainFactory.GetGrain<ITransferGrain>(item.Key).Resume(cancellation),
                "budget" => GrainFactory.GetGrain<IAccountBudgetGrain>(item.Key).ReviewBudget(cancellation),
                "collective" => GrainFactory.GetGrain<IAccountCollectiveGrain>(item.Key)
                    .ReviewCollective(cancellation),
                "retry" => GrainFactory.GetGrain<IAccountCashGrain>(item.Key).DrawRetry(cancellation),
                _ => throw new InvalidOperationException($"Nobody works on '{item.Kind}'."),
            });
        }
        catch (Exception e)
        {
            LogNotWoken(logger, item.Kind, item.Key, e); // It stays due and is woken again.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due work {Kind} {Key} could not be woken.")]
    private static partial void LogNotWoken(ILogger logger, string kind, string key, Exception fault);
}
