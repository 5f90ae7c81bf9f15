using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/approvals and /v1/accounts/…/requests: what waits for a second person.</summary>
internal static class ApprovalApi
{
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/approvals", Inbox).WithTags("Approvals").Reads(Permissions.ApprovalsRead).IsPaged()
            .WithSummary("Lists what waits for a second person, on all accounts; or what was not decided in time.");
        var requests = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/requests").WithTags("Approvals");
        requests.MapGet("/", List).Reads(Permissions.ApprovalsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows what waits on an account, with balance and items before and after.");
        requests.MapPost("/{requestId}/approve", Approve).Changes(Permissions.ApprovalsStandIn)
            .Refuses([.. Always, "second-person-needed", "limit-exceeded", "request-expired", "delegation-unknown",
                ProblemCode.IdMismatch])
            .WithSummary("Agrees to what another person asked for, and does it.");
        requests.MapPost("/{requestId}/reject", Reject).Changes(Permissions.ApprovalsDecide).NeedsReason()
            .Refuses([.. Always, "second-person-needed"])
            .WithSummary("Says no to what another person asked for.");
        requests.MapPost("/{requestId}/withdraw", Withdraw).Changes(Permissions.ChargesWaive)
            .Refuses([.. Always, "not-the-maker"])
            .WithSummary("Takes back what the caller asked for.");
    }

    private static string[] Always { get; } = [ProblemCode.AccountUnknown, "request-unknown"];

    private static async Task<Ok<Page<ApprovalRow>>> Inbox(
        bool? expired, PageQuery page, [AsParameters] InboxRoute inbox, CancellationToken cancellation)
    {
        var filter = new ApprovalFilter(inbox.Clock.GetUtcNow(), expired == true);
        var rows = await inbox.Inbox.Rows(
            inbox.Caller.Scope, filter, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => $"{row.EntityId}/{row.AccountId}/{row.RequestId}"));
    }

    private static async Task<Results<Ok<ImmutableArray<PendingActionView>>, ProblemHttpResult>> List(
        [AsParameters] CreditRoute account, CancellationToken cancellation) =>
        account.Grain is { } grain && await grain.Requests(cancellation) is { } waiting
            ? TypedResults.Ok(waiting)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Approve(
        [AsParameters] CreditRoute account, string requestId, ApproveAction body, Command command,
        CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.Account();
        // In another's place the roles count that were lent, which the grain knows; in one's own place one's own.
        if (body.OnBehalfOf is null && !RolePermissions.Allow(account.Roles, Permissions.ApprovalsDecide))
            return Refused.With(ProblemCode.NotPermitted, "Only who decides requests agrees in their own place.");
        return body.RequestId == requestId
            ? (await grain.Approve(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.With(ProblemCode.IdMismatch, "requestId differs between path and body.");
    }

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Reject(
        [AsParameters] CreditRoute account, string requestId, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.Reject(command.Envelope, requestId, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Withdraw(
        [AsParameters] CreditRoute account, string requestId, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.Withdraw(command.Envelope, requestId, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private sealed record InboxRoute(
        Caller Caller, IApprovalInbox Inbox, [FromKeyedServices(BillingClock.Key)] TimeProvider Clock);
}
