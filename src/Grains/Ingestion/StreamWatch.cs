using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Ingestion;

/// <summary>Reads now and then how far the streams are, for the metrics.</summary>
internal sealed partial class StreamWatch(IStreamReports reports, ILogger<StreamWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var stream in await reports.Streams(stoppingToken))
                    StreamInstruments.Stand(stream);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How far the streams are could not be read.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
