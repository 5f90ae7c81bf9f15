using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using BillingActors.Grains.Webhooks;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Grains.Tests.Webhooks;

public sealed class WebhookDeliveringTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_fails_waits_and_is_counted_by_its_outcome()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "webhook_attempts_total")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            lock (counted)
                counted.Add($"{tags[0].Key}={tags[0].Value} {count}");
        });
        listener.Start();
        var outside = new Outside(failingSince: null);

        await outside.Work();

        var outcome = Assert.Single(outside.Outcomes);
        Assert.Equal(("waiting", "unreachable", null), (outcome.State, outcome.Word, outcome.Disables));
        Assert.InRange(outcome.NextAt!.Value - Now, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.Contains("outcome=unreachable 1", counted);
    }

    [Fact]
    public async Task The_last_attempt_gives_it_up_and_days_of_failure_disable_the_endpoint()
    {
        var last = new Outside(failingSince: Now.AddDays(-4.9)) { RoundCount = RetryPlan.AttemptCountMax };
        await last.Work();
        Assert.Equal(("failed", null, null), (
            last.Outcomes[0].State, last.Outcomes[0].NextAt, last.Outcomes[0].Disables));

        var days = new Outside(failingSince: Now.AddDays(-5));
        await days.Work();
        Assert.Equal(("waiting", "failing"), (days.Outcomes[0].State, days.Outcomes[0].Disables));
    }

    [Fact]
    public async Task An_endpoint_that_fails_gets_one_call_at_a_time()
    {
        var well = new Outside(failingSince: null);
        await well.Work();
        var ill = new Outside(failingSince: Now.AddMinutes(-1));
        await ill.Work();
        Assert.Equal((8, 1), (well.AskedFor, ill.AskedFor));
    }

    [Fact]
    public async Task A_disabled_endpoint_gets_none()
    {
        var outside = new Outside(failingSince: null) { IsEnabled = false };
        await outside.Work();
        Assert.Equal((0, 0), (outside.AskedFor, outside.Outcomes.Count));
    }

    /// <summary>One delivery to an endpoint where nobody answers.</summary>
    private sealed class Outside(DateTimeOffset? failingSince) : IWebhookStore, IWebhookOutbox, IWebhookSecrets
    {
        public List<DeliveryOutcome> Outcomes { get; } = [];

        public int RoundCount { get; init; } = 1;

        public bool IsEnabled { get; init; } = true;

        public int AskedFor { get; private set; }

        public async Task Work()
        {
            var options = Options.Create(new WebhookOptions());
            using var caller = new WebhookCaller(options, new EgressConnection(loopbackHttp: false)
            {
                Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.215.14")]),
                Open = (_, _) => throw new SocketException((int)SocketError.ConnectionRefused),
            });
            var delivering = new WebhookDelivering(this, this, this, caller, options, new FakeTimeProvider(Now));
            await delivering.Work("W", Cancellation);
        }

        public Task<StoredWebhook?> Find(string webhookId, CancellationToken cancellation) =>
            Task.FromResult<StoredWebhook?>(new StoredWebhook(
                new Webhook(
                    webhookId, "E", "https://hooks.example.org/in", "x", ["invoice.issued"], IsEnabled,
                    IsEnabled ? null : "by-hand", 1, Now, "ada", Now, failingSince, null),
                new byte[1], null));

        public Task<ImmutableArray<ClaimedDelivery>> Claim(
            string webhookId, int countMax, (DateTimeOffset Now, DateTimeOffset Lease) times,
            CancellationToken cancellation)
        {
            var isFirst = AskedFor == 0;
            AskedFor = countMax;
            Assert.True(times.Lease - times.Now > TimeSpan.FromSeconds(20), "A lease outlives an attempt.");
            return Task.FromResult<ImmutableArray<ClaimedDelivery>>(
                isFirst ? [new ClaimedDelivery(1, webhookId, "E/A", 3, "invoice.issued", RoundCount, RoundCount)] : []);
        }

        public Task<bool> Settle(ClaimedDelivery claimed, DeliveryOutcome outcome, CancellationToken cancellation)
        {
            Outcomes.Add(outcome);
            return Task.FromResult(true);
        }

        public Task<byte[]> Message(ClaimedDelivery claimed, CancellationToken cancellation) =>
            Task.FromResult<byte[]>([.. "{}"u8]);

        public Task<string> Sign(
            StoredWebhook webhook, (string MessageId, DateTimeOffset At, byte[] Body) message,
            CancellationToken cancellation) => Task.FromResult("v1,x");

        public Task<(string Text, ReadOnlyMemory<byte> Sealed)> New(
            string entityId, string webhookId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task Add(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<bool> Change(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<StoredWebhook>> List(CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<WebhookDelivery>> Log(
            string webhookId, string? state, (long Before, int CountMax) page, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int?> Replay(
            string webhookId, ReplayWish wish, AuditEntry noted, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<bool> Spread(DateTimeOffset now, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<int> Trim(DateTimeOffset before, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
