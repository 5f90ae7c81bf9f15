using System.Threading.Channels;
using BillingActors.Grains.Accounts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Scheduling;

/// <summary>
/// Takes over when another silo is gone: it may have stored bills and told nobody, so the active accounts look again;
/// and what it worked on must not wait for a reminder, so every shard of due work is woken. So it is when this silo has
/// joined: what a crash of all interrupted goes on. A silo neither waits for that work nor falls over it.
/// </summary>
internal sealed partial class LostSiloWatch(
    IClusterMembershipService membership,
    ILocalSiloDetails local,
    ActiveAccounts active,
    SchedulerShards shards,
    TimeProvider clock,
    ILogger<LostSiloWatch> logger) : BackgroundService
{
    private const int AttemptCountMax = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Holds one call to wake; more of them while one waits are the same one.
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Watch(stoppingToken), Work(stoppingToken));

    private async Task Watch(CancellationToken cancellation)
    {
        HashSet<SiloAddress>? gone = null;
        var hasJoined = false;
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(cancellation))
        {
            var now = snapshot.Members.Values
                .Where(member => member.Status == SiloStatus.Dead)
                .Select(member => member.SiloAddress)
                .ToHashSet();
            var hasLost = gone is not null && !now.IsSubsetOf(gone);
            var joins = !hasJoined && snapshot.GetSiloStatus(local.SiloAddress) == SiloStatus.Active;
            if (hasLost)
                active.Doubt();
            if (hasLost || joins)
                _calls.Writer.TryWrite(true);
            (gone, hasJoined) = (now, hasJoined || joins);
        }
    }

    private async Task Work(CancellationToken cancellation)
    {
        await foreach (var _ in _calls.Reader.ReadAllAsync(cancellation))
            await Wake(cancellation);
    }

    private async Task Wake(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            try
            {
                await shards.Wake(cancellation);
                return;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // The directory may still point at the lost silo, or the database is away; then a reminder does it.
                LogNotWoken(logger, attempt, e);
            }
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due work was not woken, attempt {Attempt}.")]
    private static partial void LogNotWoken(ILogger logger, int attempt, Exception fault);
}
