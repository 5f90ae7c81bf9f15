using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/refunds: money that goes back, asked for by one and agreed to by another.</summary>
internal static class RefundApi
{
    public static void MapRefunds(this IEndpointRouteBuilder routes)
    {
        var refunds = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/refunds").WithTags("Payments");
        refunds.MapPost("/", Ask).Changes(Permissions.RefundsRequest).NeedsReason()
            .Refuses("account-unknown", "receipt-unknown", "receipt-reversed", "item-unknown", "amount-not-positive",
                "amount-too-large", "refund-too-large", "refund-exists", "refund-source-wrong", "card-number",
                "word-unknown")
            .WithSummary("Asks that money goes back; it is set aside at once.");
        refunds.MapPost("/{refundId}/approve", Approve).Changes(Permissions.RefundsApprove)
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state", "second-person-needed")
            .WithSummary("Agrees to a refund that somebody else asked for.");
        refunds.MapPost("/{refundId}/reject", Reject).Changes(Permissions.RefundsApprove).NeedsReason()
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state")
            .WithSummary("Rejects a refund; its money is free again.");
        refunds.MapPost("/{refundId}/pay", Pay).Changes(Permissions.RefundsPay)
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state", "refund-not-approved",
                "reference-invalid", "card-number")
            .WithSummary("Says that a refund was paid out.");
        refunds.MapPost("/{refundId}/return", Return).Changes(Permissions.RefundsPay)
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state", "refund-reclaimed", "card-number")
            .WithSummary("Says that a refund that was paid out came back; its money is free again.");
    }

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> Ask(
        [AsParameters] AccountRoute account, RefundRequest body, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.RequestRefund(command.Envelope, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location + "/payments")
            : Refused.Account();

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Approve(
        [AsParameters] AccountRoute account, string refundId, Command command, CancellationToken cancellation) =>
        Advance(account, new RefundAction(refundId, "approve"), command, cancellation);

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Reject(
        [AsParameters] AccountRoute account, string refundId, Command command, CancellationToken cancellation) =>
        Advance(account, new RefundAction(refundId, "reject"), command, cancellation);

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Pay(
        [AsParameters] AccountRoute account, string refundId, RefundNote body, Command command,
        CancellationToken cancellation) =>
        Advance(account, new RefundAction(refundId, "pay", body.Note), command, cancellation);

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Return(
        [AsParameters] AccountRoute account, string refundId, RefundNote body, Command command,
        CancellationToken cancellation) =>
        Advance(account, new RefundAction(refundId, "return", body.Note), command, cancellation);

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Advance(
        AccountRoute account, RefundAction action, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.AdvanceRefund(command.Envelope, action, cancellation)).Tagged(account).ToOk(account.Http)
            : Refused.Account();
}
