using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Looks for documents that are to be sent, and sends one at a time. Every program does that has the settings for it,
/// and whatever one of them left another finishes.
/// </summary>
internal sealed partial class MailWatch(
    MailSending sending,
    IOptions<MailOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<MailWatch> logger) : BackgroundService
{
    private readonly MailOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without the settings what waits goes on waiting: another program may have them, or this one at its next
        // start.
        if (!_options.IsOn || !_options.Missing.IsEmpty)
            return;
        // The parties of an invoice are asked of grains, which are there when the whole program is.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
            await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(_options.PollMilliseconds), clock);
        do
        {
            await Look(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await sending.Work(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is to be sent by e-mail could not be worked on.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
