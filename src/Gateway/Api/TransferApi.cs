using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Transfers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/accounts/…/transfers and …/move-outs: what goes to another account, and the end of a contract.
/// </summary>
internal static class TransferApi
{
    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Transfers");
        account.MapGet("/transfers", List).Reads(Permissions.AccountsRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists what went to other accounts and came from them, newest first.");
        account.MapGet("/transfers/{transferId}", Show).Reads(Permissions.AccountsRead)
            .Refuses(ProblemCode.AccountUnknown, "transfer-unknown")
            .WithSummary("One transfer, out of the account or into it.");
        account.MapPost("/transfers", Start).Changes(Permissions.TransfersWrite).NeedsReason()
            .Refuses([.. Unreachable, "transfer-exists", "request-exists", "nothing-to-transfer",
                "transfer-scope-wrong", "items-invalid", "item-unknown", "item-disputed", "item-elsewhere",
                "item-is-deposit",
                "amount-not-positive", "cash-short"])
            .WithSummary("Moves items or money to another account; it arrives, or returns, by itself.");
        account.MapPost("/move-outs", MoveOut).Changes(Permissions.MoveOutsWrite).NeedsReason()
            .Refuses([.. Unreachable, "transfer-exists", "transfer-other-customer", "contract-unknown",
                "date-not-allowed", "period-billed", "contract-overlap", "account-closed", "move-out-exists",
                "final-bill-held", "service-point-unknown", "meter-unknown", "register-unknown", "read-repeated",
                "read-day-invalid", "read-value-invalid"])
            .WithSummary("Ends a contract, issues its final bill at once and moves the balance where it is asked for.");
    }

    private static string[] Unreachable { get; } =
    [
        ProblemCode.AccountUnknown, "transfer-target-unknown", "transfer-to-self", "transfer-other-entity",
    ];

    private static async Task<Results<Ok<Page<TransferView>>, ProblemHttpResult>> List(
        [AsParameters] CreditRoute account, PageQuery page, CancellationToken cancellation)
    {
        if (account.Transfers() is not { } grain
            || await grain.Transfers(page.Position, page.Limit + 1, cancellation) is not { } rows)
        {
            return Refused.Account();
        }
        return TypedResults.Ok(page.Cut(rows, row => $"{row.Direction}/{row.OtherAccountId}/{row.TransferId}"));
    }

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Show(
        [AsParameters] CreditRoute account, string transferId, CancellationToken cancellation)
    {
        if (account.Transfers() is not { } grain || await grain.Transfers("", 1, cancellation) is null)
            return Refused.Account();
        return await grain.Transfer(transferId, cancellation) is { } transfer
            ? TypedResults.Ok(transfer)
            : Refused.With("transfer-unknown", "The account has no such transfer.");
    }

    private static async Task<Results<Ok<TransferReceipt>, ProblemHttpResult>> Start(
        [AsParameters] CreditRoute account, TransferOrder body, Command command, CancellationToken cancellation) =>
        account.TransferDesk() is { } desk
            ? (await desk.Start(command.Envelope, account.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<MoveOutReceipt>, ProblemHttpResult>> MoveOut(
        [AsParameters] CreditRoute account, MoveOutOrder body, Command command, CancellationToken cancellation) =>
        account.TransferDesk() is { } desk
            ? (await desk.MoveOut(command.Envelope, body, cancellation)).ToOk(account.Http)
            : Refused.Account();
}
