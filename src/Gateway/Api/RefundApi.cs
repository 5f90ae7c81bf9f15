using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/refunds: money that goes back.</summary>
internal static class RefundApi
{
    public static void MapRefunds(this IEndpointRouteBuilder routes)
    {
        var refunds = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/refunds").WithTags("Payments");
        refunds.MapPost("/", Ask).Changes(Permissions.RefundsRequest).NeedsReason()
            .Refuses("account-unknown", "receipt-unknown", "receipt-reversed", "item-unknown", "amount-not-positive",
                "amount-too-large", "refund-too-large", "refund-exists", "refund-source-wrong", "card-number",
                "word-unknown", "request-exists")
            .WithSummary("Sets money aside that goes back; above the caller's limit, and to another payee than the "
                + "original payer, it waits for a second person.");
        refunds.MapPost("/{refundId}/reject", Reject).Changes(Permissions.RefundsPay).NeedsReason()
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state")
            .WithSummary("Says that a refund is not paid; its money is free again.");
        refunds.MapPost("/{refundId}/pay", Pay).Changes(Permissions.RefundsPay)
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state", "refund-not-approved",
                "reference-invalid", "card-number")
            .WithSummary("Says that a refund was paid out.");
        refunds.MapPost("/{refundId}/return", Return).Changes(Permissions.RefundsPay)
            .Refuses("account-unknown", "refund-unknown", "refund-wrong-state", "refund-reclaimed", "card-number")
            .WithSummary("Says that a refund that was paid out came back; its money is free again.");
    }

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Ask(
        [AsParameters] AccountRoute account, RefundRequest body, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.RequestRefund(command.Envelope, account.Caller.Roles, body, cancellation))
                .ToOk(account.Http)
            : Refused.Account();

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
