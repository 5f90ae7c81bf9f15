using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Webhooks;

/// <summary>
/// Looks for what is to be sent, and works on each endpoint by itself: a slow one keeps no other waiting. Every silo
/// does, and whatever one of them left another finishes.
/// </summary>
internal sealed partial class WebhookWatch(
    IWebhookStore store,
    IWebhookOutbox outbox,
    WebhookDelivering delivering,
    IOptions<WebhookOptions> options,
    TimeProvider clock,
    ILogger<WebhookWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenTrims = TimeSpan.FromHours(1);

    private readonly WebhookOptions _options = options.Value;
    private readonly Dictionary<string, Task> _working = new(StringComparer.Ordinal);
    private DateTimeOffset _trimAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsOn)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(_options.PollMilliseconds), clock);
        try
        {
            do
            {
                await Look(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(_working.Values);
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            // Also where there is no endpoint any more: what flushes noted before goes.
            while (await outbox.Spread(clock.GetUtcNow(), cancellation))
                cancellation.ThrowIfCancellationRequested();
            foreach (var webhook in await store.List(cancellation))
            {
                var id = webhook.View.WebhookId;
                if (webhook.View.IsEnabled && (!_working.TryGetValue(id, out var before) || before.IsCompleted))
                    _working[id] = Work(id, cancellation);
            }
            await Trim(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(logger, fault);
        }
    }

    private async Task Work(string webhookId, CancellationToken cancellation)
    {
        try
        {
            await delivering.Work(webhookId, cancellation);
        }
        catch (Exception fault)
        {
            if (!cancellation.IsCancellationRequested)
                LogEndpoint(logger, webhookId, fault);
        }
    }

    private async Task Trim(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < _trimAt)
            return;
        await outbox.Trim(now.AddDays(-_options.LogDays), cancellation);
        _trimAt = now + BetweenTrims;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is to be sent outside could not be read.")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Endpoint {WebhookId} could not be worked on.")]
    private static partial void LogEndpoint(ILogger logger, string webhookId, Exception fault);
}
