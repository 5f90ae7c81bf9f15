using BillingActors.Storage.Audit;

namespace BillingActors.Silo;

/// <summary>Seals the books by itself, as often as the options say; that it cannot is told, and tried again.</summary>
public sealed partial class SealWatch(PeriodicSeals seals, TimeProvider clock, ILogger<SealWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (seals.Period <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                if (await seals.SealIfDue(clock.GetUtcNow(), stoppingToken) is { } seal)
                    LogSealed(log, seal.Number, seal.AccountCount, seal.Root);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Seal {Number} covers {AccountCount} accounts with root {Root}")]
    private static partial void LogSealed(ILogger logger, long number, long accountCount, string root);

    [LoggerMessage(LogLevel.Error, "The books could not be sealed or the seal not put outside; it is tried again")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
