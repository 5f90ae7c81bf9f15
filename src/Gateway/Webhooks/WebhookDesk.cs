using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Webhooks;

/// <summary>
/// Lists, makes and changes endpoints outside for a caller, through either door. One of another legal entity is as good
/// as none.
/// </summary>
internal sealed class WebhookDesk(
    IWebhookStore store,
    IWebhookSecrets secrets,
    IGrainFactory grains,
    IOptions<WebhookOptions> options,
    TimeProvider clock)
{
    private const string Kind = "webhook";

    public async Task<ImmutableArray<Webhook>> List(Caller caller, CancellationToken cancellation) =>
        [.. (await store.List(cancellation)).Select(webhook => webhook.View)
            .Where(webhook => caller.Scope.Allows(webhook.EntityId))];

    public async Task<Webhook?> Find(Caller caller, string webhookId, CancellationToken cancellation) =>
        (await Read(caller, webhookId, cancellation))?.View;

    /// <summary>Makes an endpoint under an id that belongs to the request; its secret is in this answer only.</summary>
    public async Task<Reply<IssuedWebhook>> Make(
        Caller caller, NewWebhook wanted, (string WebhookId, AuditEntry Noted) request, CancellationToken cancellation)
    {
        var (webhookId, noted) = request;
        var change = new WebhookChange(wanted.Url, wanted.Types, wanted.Description, IsEnabled: true);
        if (WebhookRules.Check(change, options.Value.LoopbackHttp) is { } broken)
            return Reply<IssuedWebhook>.No(ProblemCode.WebhookInvalid, broken);
        if (await grains.Find(caller, (MasterKindName.LegalEntity, wanted.EntityId ?? ""), cancellation) is null)
            return Reply<IssuedWebhook>.No(ProblemCode.WebhookInvalid, "There is no such legal entity.");
        var known = await store.List(cancellation);
        if (known.Any(one => one.View.WebhookId == webhookId))
        {
            return Reply<IssuedWebhook>.No(
                ProblemCode.WebhookExists, $"{webhookId} was made by this Idempotency-Key before.");
        }
        if (known.Count(one => one.View.EntityId == wanted.EntityId) >= WebhookRules.CountMax)
            return Reply<IssuedWebhook>.No(ProblemCode.WebhookInvalid, "A legal entity has at most 20 endpoints.");
        var (text, sealedSecret) = await secrets.New(wanted.EntityId!, webhookId, cancellation);
        var now = clock.GetUtcNow();
        var made = new Webhook(
            webhookId, wanted.EntityId!, wanted.Url, wanted.Description.Trim(), wanted.Types, true, null, 1, now,
            caller.PersonId, now, null, null);
        var entry = noted with { Action = "webhook-made", Subject = Of(made), After = WebhookRules.Describe(made) };
        await store.Add(new StoredWebhook(made, sealedSecret, null), entry, cancellation);
        return new Reply<IssuedWebhook>(new IssuedWebhook(made, text));
    }

    /// <summary>Changes an endpoint over a version.</summary>
    public async Task<Reply<Webhook>> Change(
        Caller caller, (string WebhookId, long? Version, WebhookChange Wanted) request, AuditEntry noted,
        CancellationToken cancellation)
    {
        var wanted = request.Wanted;
        if (WebhookRules.Check(wanted, options.Value.LoopbackHttp) is { } broken)
            return Reply<Webhook>.No(ProblemCode.WebhookInvalid, broken);
        if (await Read(caller, request.WebhookId, cancellation) is not { } stored)
            return Unknown<Webhook>();
        var before = stored.View;
        if (before.Version != request.Version)
            return Stale<Webhook>(before);
        var after = before with
        {
            Url = wanted.Url,
            Types = wanted.Types,
            Description = wanted.Description.Trim(),
            IsEnabled = wanted.IsEnabled,
            Why = wanted.IsEnabled ? null : before.Why ?? "by-hand",
            Version = before.Version + 1,
            ChangedAt = clock.GetUtcNow(),
        };
        var entry = noted with
        {
            Action = "webhook-changed",
            Subject = Of(after),
            Before = WebhookRules.Describe(before),
            After = WebhookRules.Describe(after),
        };
        return await store.Change(stored with { View = after }, entry, cancellation)
            ? new Reply<Webhook>(after)
            : Stale<Webhook>(before);
    }

    /// <summary>Gives an endpoint another secret over a version; it is in this answer only.</summary>
    public async Task<Reply<IssuedWebhook>> Rotate(
        Caller caller, (string WebhookId, long? Version, SecretChange Wanted) request, AuditEntry noted,
        CancellationToken cancellation)
    {
        if (WebhookRules.Check(request.Wanted) is { } broken)
            return Reply<IssuedWebhook>.No(ProblemCode.WebhookInvalid, broken);
        if (await Read(caller, request.WebhookId, cancellation) is not { } stored)
            return Unknown<IssuedWebhook>();
        var (before, hours) = (stored.View, request.Wanted.OverlapHours);
        if (before.Version != request.Version)
            return Stale<IssuedWebhook>(before);
        var (text, sealedSecret) = await secrets.New(before.EntityId, before.WebhookId, cancellation);
        var now = clock.GetUtcNow();
        var after = before with
        {
            Version = before.Version + 1,
            ChangedAt = now,
            SecretBeforeUntil = hours == 0 ? null : now.AddHours(hours),
        };
        var entry = noted with
        {
            Action = "webhook-secret-changed",
            Subject = Of(after),
            After = FormattableString.Invariant($"the old secret signs as well for {hours} hours"),
        };
        var next = new StoredWebhook(after, sealedSecret, hours == 0 ? null : stored.Secret);
        return await store.Change(next, entry, cancellation)
            ? new Reply<IssuedWebhook>(new IssuedWebhook(after, text))
            : Stale<IssuedWebhook>(before);
    }

    /// <summary>The log of an endpoint; null where the caller may not see it.</summary>
    public async Task<ImmutableArray<WebhookDelivery>?> Log(
        Caller caller, string webhookId, (string? State, long Before, int CountMax) page,
        CancellationToken cancellation) =>
        await Read(caller, webhookId, cancellation) is null
            ? null
            : await store.Log(webhookId, page.State, (page.Before, page.CountMax), cancellation);

    /// <summary>Lets deliveries be sent again; the same request again is a replay of it, and sends nothing.</summary>
    public async Task<Reply<ReplayCount>> Replay(
        Caller caller, (string WebhookId, ReplayWish Wish) request, AuditEntry noted, CancellationToken cancellation)
    {
        var (webhookId, wish) = request;
        if (WebhookRules.Check(wish) is { } broken)
            return Reply<ReplayCount>.No(ProblemCode.ReplayInvalid, broken);
        if (await Read(caller, webhookId, cancellation) is not { } stored)
            return Unknown<ReplayCount>();
        var entry = noted with
        {
            Action = "webhook-replayed",
            Subject = Of(stored.View),
            After = WebhookRules.Describe(wish),
        };
        var count = await store.Replay(webhookId, wish, entry, cancellation);
        return count == 0 && wish.Number is not null
            ? Reply<ReplayCount>.No(ProblemCode.DeliveryUnknown, "There is no such delivery to send again.")
            : new Reply<ReplayCount>(new ReplayCount(count ?? 0), IsReplay: count is null);
    }

    private async Task<StoredWebhook?> Read(Caller caller, string webhookId, CancellationToken cancellation) =>
        await store.Find(webhookId, cancellation) is { } stored && caller.Scope.Allows(stored.View.EntityId)
            ? stored
            : null;

    private static AuditSubject Of(Webhook webhook) => new(Kind, webhook.WebhookId);

    private static Reply<T> Unknown<T>()
        where T : class => Reply<T>.No(ProblemCode.WebhookUnknown, "There is no such endpoint.");

    private static Reply<T> Stale<T>(Webhook webhook)
        where T : class =>
        Reply<T>.No(ProblemCode.StaleVersion, $"The endpoint is not at the version you read: {webhook.Version}.");
}
