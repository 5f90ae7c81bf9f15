using BillingActors.Grains.Accounts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Scheduling;

/// <summary>
/// Takes over when another silo is gone: it may have stored bills and told nobody, so the active accounts look again; and
/// what it worked on must not wait for a reminder, so every shard of due work is woken.
/// </summary>
internal sealed partial class LostSiloWatch(
    IClusterMembershipService membership,
    ActiveAccounts active,
    SchedulerStart shards,
    TimeProvider clock,
    ILogger<LostSiloWatch> logger) : BackgroundService
{
    private const int AttemptCountMax = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HashSet<SiloAddress>? gone = null;
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
        {
            var now = snapshot.Members.Values
                .Where(member => member.Status == SiloStatus.Dead)
                .Select(member => member.SiloAddress)
                .ToHashSet();
            if (gone is not null && !now.IsSubsetOf(gone))
            {
                active.Doubt();
                await Wake(stoppingToken);
            }
            gone = now;
        }
    }

    private async Task Wake(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            try
            {
                await shards.Execute(cancellation);
                return;
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                LogNotWoken(logger, attempt, e); // The directory may still point at the lost silo.
            }
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due work was not woken after a silo was lost, attempt {Attempt}.")]
    private static partial void LogNotWoken(ILogger logger, int attempt, Exception fault);
}
