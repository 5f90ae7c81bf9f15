using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Webhooks;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/webhooks: endpoints outside, their secrets, and the log of what they were sent.</summary>
internal static class WebhookApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/v1/webhooks").WithTags("Webhooks");
        webhooks.MapGet("/", List).Reads(Permissions.WebhooksManage)
            .WithSummary("Lists endpoints that are called when something happened, newest first, without secrets.");
        webhooks.MapPost("/", Make).Changes(Permissions.WebhooksManage)
            .Refuses(ProblemCode.WebhookInvalid, ProblemCode.WebhookExists)
            .WithSummary("Makes an endpoint; the secret that signs its calls is shown in this answer only.");
        var one = webhooks.MapGroup("/{webhookId}");
        one.MapGet("/", View).Reads(Permissions.WebhooksManage).Refuses(ProblemCode.WebhookUnknown)
            .WithSummary("Shows an endpoint.");
        one.MapPut("/", Change).Changes(Permissions.WebhooksManage).NeedsVersion()
            .Refuses(ProblemCode.WebhookUnknown, ProblemCode.WebhookInvalid)
            .WithSummary("Changes an endpoint, or disables or enables it.");
        one.MapPost("/secret", Rotate).Changes(Permissions.WebhooksManage).NeedsVersion()
            .Refuses(ProblemCode.WebhookUnknown, ProblemCode.WebhookInvalid)
            .WithSummary("Gives an endpoint another secret; for a while calls bear the signatures of both.");
        one.MapGet("/deliveries", Deliveries).Reads(Permissions.WebhooksManage).IsPaged()
            .Refuses(ProblemCode.WebhookUnknown)
            .WithSummary(
                "Lists what an endpoint was or will be sent, newest first; state is waiting, delivered or failed.");
        one.MapPost("/replay", Replay).Changes(Permissions.WebhooksManage)
            .Refuses(ProblemCode.WebhookUnknown, ProblemCode.DeliveryUnknown, ProblemCode.ReplayInvalid)
            .WithSummary("Sends deliveries again under the ids they had: one, all that failed, or all since a moment.");
    }

    private static async Task<Ok<ImmutableArray<Webhook>>> List(
        Caller caller, WebhookDesk webhooks, CancellationToken cancellation) =>
        TypedResults.Ok(await webhooks.List(caller, cancellation));

    private static async Task<Results<Created<IssuedWebhook>, ProblemHttpResult>> Make(
        NewWebhook body, Command command, [AsParameters] Parts parts, CancellationToken cancellation)
    {
        var webhookId = command.IdOfNew("webhook");
        var reply = await parts.Webhooks.Make(
            command.Caller, body, (webhookId, parts.Note(command)), cancellation);
        if (reply.Value is { } made)
            parts.Http.Tag(made.Webhook.Version);
        return reply.ToCreated(parts.Http, $"/v1/webhooks/{webhookId}");
    }

    private static async Task<Results<Ok<Webhook>, ProblemHttpResult>> View(
        string webhookId, Caller caller, WebhookDesk webhooks, HttpContext http, CancellationToken cancellation)
    {
        if (await webhooks.Find(caller, webhookId, cancellation) is not { } found)
            return Unknown();
        http.Tag(found.Version);
        return TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<Webhook>, ProblemHttpResult>> Change(
        string webhookId, WebhookChange body, Command command, [AsParameters] Versioned parts,
        CancellationToken cancellation)
    {
        var reply = await parts.Webhooks.Change(
            command.Caller, (webhookId, parts.Precondition.ExpectedVersion, body), parts.Note(command), cancellation);
        if (reply.Value is { } changed)
            parts.Http.Tag(changed.Version);
        return reply.ToOk(parts.Http);
    }

    private static async Task<Results<Ok<IssuedWebhook>, ProblemHttpResult>> Rotate(
        string webhookId, SecretChange body, Command command, [AsParameters] Versioned parts,
        CancellationToken cancellation)
    {
        var reply = await parts.Webhooks.Rotate(
            command.Caller, (webhookId, parts.Precondition.ExpectedVersion, body), parts.Note(command), cancellation);
        if (reply.Value is { } changed)
            parts.Http.Tag(changed.Webhook.Version);
        return reply.ToOk(parts.Http);
    }

    private static async Task<Results<Ok<Page<WebhookDelivery>>, ProblemHttpResult>> Deliveries(
        string webhookId, string? state, PageQuery page, Caller caller, WebhookDesk webhooks,
        CancellationToken cancellation) =>
        await webhooks.Log(caller, webhookId, (state, page.Number, page.Limit + 1), cancellation) is { } rows
            ? TypedResults.Ok(page.Cut(rows, row => row.Number.ToString(CultureInfo.InvariantCulture)))
            : Unknown();

    private static async Task<Results<Ok<ReplayCount>, ProblemHttpResult>> Replay(
        string webhookId, ReplayWish body, Command command, [AsParameters] Parts parts,
        CancellationToken cancellation) =>
        (await parts.Webhooks.Replay(command.Caller, (webhookId, body), parts.Note(command), cancellation))
        .ToOk(parts.Http);

    private static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.WebhookUnknown, "There is no such endpoint.");

    private static AuditEntry Entry(Command command, TimeProvider clock) =>
        command.Note("", new AuditSubject("webhook", ""), clock);

    private sealed record Parts(WebhookDesk Webhooks, TimeProvider Clock, HttpContext Http)
    {
        /// <summary>The entry of the request; what was done to what, the desk fills in.</summary>
        public AuditEntry Note(Command command) => Entry(command, Clock);
    }

    private sealed record Versioned(
        WebhookDesk Webhooks, TimeProvider Clock, Precondition Precondition, HttpContext Http)
    {
        /// <summary>The entry of the request; what was done to what, the desk fills in.</summary>
        public AuditEntry Note(Command command) => Entry(command, Clock);
    }
}
