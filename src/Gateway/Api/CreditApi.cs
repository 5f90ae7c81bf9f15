using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Credits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/accounts/…/credit-memos, …/cancellations, …/adjustments and …/write-offs: what is changed by hand about what is
/// owed.
/// </summary>
internal static class CreditApi
{
    public static void MapCredits(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Credits");
        account.MapPost("/adjustments", Adjust).Changes(Permissions.CreditsWrite).NeedsReason()
            .Refuses([.. Always, "item-unknown", "item-is-credit"])
            .WithSummary("Lowers what is owed of an item; above the caller's limit it waits for a second person.");
        account.MapPost("/collections/waivers", Waive).Changes(Permissions.ChargesWaive).NeedsReason()
            .Refuses([ProblemCode.AccountUnknown, "item-unknown", "not-waivable", "exceeds-open", "amount-not-positive",
                "id-taken", "date-not-allowed", "request-exists"])
            .WithSummary("Waives a fee or interest; above the caller's limit it waits for a second person.");
        account.MapPost("/write-offs", WriteOff).Changes(Permissions.CreditsWrite).NeedsReason()
            .Refuses([.. Always, "item-unknown", "item-is-credit", "items-invalid"])
            .WithSummary("Gives items up; above the caller's limit it waits for a second person.");
        account.MapPost("/write-offs/{writeOffId}/recoveries", Recover).Changes(Permissions.CreditsWrite).NeedsReason()
            .Refuses([.. Always, "write-off-unknown", ProblemCode.IdMismatch])
            .WithSummary("Lets claims that were written off stand again, in part or whole.");
        account.MapPost("/credit-memos", CreditInvoice).Changes(Permissions.CreditsWrite).NeedsReason()
            .Refuses([.. OfInvoices, "lines-invalid", "line-unknown", "credit-above-line", "credit-above-invoice",
                "amount-not-positive"])
            .WithSummary("Corrects an invoice, lines of it or a part of them by a numbered credit memo.");
        account.MapPost("/credit-memos/preview", PreviewCredit).Changes(Permissions.CreditsWrite)
            .WithMetadata(new OnlyLooks())
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.InvoiceUnknown, "not-an-invoice")
            .WithSummary("Says what is left of an invoice line by line, and what a credit memo would take of it.");
        account.MapPost("/cancellations", CancelInvoice).Changes(Permissions.CreditsWrite).NeedsReason()
            .Refuses([.. OfInvoices, "account-closed", "later-invoice", "invoice-cancelled", "item-disputed",
                "item-elsewhere", "charge-exists"])
            .WithSummary("Takes an invoice back by a credit memo, so that its days are billed again.");
    }

    private static string[] Always { get; } =
    [
        ProblemCode.AccountUnknown, "amount-not-positive", "amount-above-open", "kind-unknown", "credit-exists",
        "request-exists",
    ];

    private static string[] OfInvoices { get; } =
    [
        ProblemCode.AccountUnknown, ProblemCode.InvoiceUnknown, "not-an-invoice", "nothing-to-credit",
        "item-written-off", "credit-exists", "request-exists",
    ];

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> CreditInvoice(
        [AsParameters] CreditRoute account, CreditIssuedInvoice body, Command command,
        CancellationToken cancellation) => account.Grain is { } grain
            ? (await grain.CreditInvoice(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<CreditPreview>, ProblemHttpResult>> PreviewCredit(
        [AsParameters] CreditRoute account, CreditIssuedInvoice body, Command command,
        CancellationToken cancellation) => account.Grain is { } grain
            ? (await grain.PreviewCredit(body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> CancelInvoice(
        [AsParameters] CreditRoute account, CancelIssuedInvoice body, Command command,
        CancellationToken cancellation) => account.Grain is { } grain
            ? (await grain.CancelInvoice(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Adjust(
        [AsParameters] CreditRoute account, AdjustOpenItem body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.Adjust(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Waive(
        [AsParameters] CreditRoute account, WaiveCharge body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.Waive(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> WriteOff(
        [AsParameters] CreditRoute account, WriteOffOpenItems body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.WriteOff(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Recover(
        [AsParameters] CreditRoute account, string writeOffId, RecoverWrittenOff body, Command command,
        CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.Account();
        return body.WriteOffId == writeOffId
            ? (await grain.Recover(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.With(ProblemCode.IdMismatch, "writeOffId differs between path and body.");
    }
}
