using System.Diagnostics;
using System.Security.Cryptography;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Webhooks;

/// <summary>
/// Sends what is due of one endpoint. Only what the database holds counts: an attempt that nobody settled is made again
/// after its lease, under the same id.
/// </summary>
internal sealed class WebhookDelivering(
    IWebhookStore store,
    IWebhookOutbox outbox,
    IWebhookSecrets secrets,
    WebhookCaller caller,
    IOptions<WebhookOptions> options,
    TimeProvider clock)
{
    private const double RandomSteps = 1_000;

    private readonly WebhookOptions _options = options.Value;

    // Longer than an attempt can take, so that only one that died leaves its lease to end.
    private TimeSpan Lease => TimeSpan.FromSeconds(_options.TimeoutSeconds + 10);

    /// <summary>Sends until nothing of it is due.</summary>
    public async Task Work(string webhookId, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            // Read each time: it may have been disabled, moved, or given another secret meanwhile.
            if (await store.Find(webhookId, cancellation) is not { View.IsEnabled: true } webhook)
                return;
            // One that fails gets one call at a time: it costs little, and tells when it is well again.
            var countMax = webhook.View.FailingSince is null ? _options.ConcurrencyMax : 1;
            var now = clock.GetUtcNow();
            var claimed = await outbox.Claim(webhookId, countMax, (now, now + Lease), cancellation);
            if (claimed.IsEmpty)
                return;
            await Task.WhenAll(claimed.Select(one => Send(webhook, one, cancellation)));
        }
    }

    private async Task Send(StoredWebhook webhook, ClaimedDelivery claimed, CancellationToken cancellation)
    {
        var body = await outbox.Message(claimed, cancellation);
        var (at, began) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var signature = await secrets.Sign(webhook, (claimed.MessageId, at, body), cancellation);
        var answer = await caller.Call(
            webhook.View.Url, (claimed.MessageId, at, body, signature), cancellation);
        WebhookInstruments.Count(answer.Word);
        var took = (int)Math.Min(Stopwatch.GetElapsedTime(began).TotalMilliseconds, int.MaxValue);
        var outcome = Outcome(webhook.View, claimed, answer) with { Status = answer.Status, Milliseconds = took };
        await outbox.Settle(claimed, outcome, CancellationToken.None);
    }

    private DeliveryOutcome Outcome(Webhook webhook, ClaimedDelivery claimed, WebhookAnswer answer)
    {
        var now = clock.GetUtcNow();
        if (answer.Word == WebhookAnswer.Delivered)
            return new DeliveryOutcome(WebhookDelivery.Delivered, answer.Word, now);
        if (answer.Word == WebhookAnswer.Gone)
            return new DeliveryOutcome(WebhookDelivery.Failed, answer.Word, now) { Disables = "gone" };
        var disables = now - webhook.FailingSince >= TimeSpan.FromDays(_options.DisableDays) ? "failing" : null;
        var random = RandomNumberGenerator.GetInt32((int)RandomSteps + 1) / RandomSteps;
        return RetryPlan.After(claimed.RoundCount, answer.RetryAfter, random) is { } pause
            ? new DeliveryOutcome(WebhookDelivery.Waiting, answer.Word, now)
            {
                NextAt = now + (pause / _options.Haste),
                Disables = disables,
            }
            : new DeliveryOutcome(WebhookDelivery.Failed, answer.Word, now) { Disables = disables };
    }
}
