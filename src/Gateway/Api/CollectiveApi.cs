using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/collective and …/parent: who pays the bills of whom, and collective bills.</summary>
internal static class CollectiveApi
{
    public static void MapCollectives(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Collective bills");
        account.MapPost("/parent", Join).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "parent-unknown", "parent-not-collecting",
                "parent-exists", "hierarchy-too-deep", "budget-runs", "currency-mismatch")
            .WithSummary("Has another account of the legal entity pay the bills of this one from now on.");
        account.MapPost("/parent/leave", Leave).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed")
            .WithSummary("Has an account pay its bills itself again.");
        account.MapPost("/collective", Start).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "bill-day-invalid", "hierarchy-too-deep",
                "collective-ending")
            .WithSummary("Lets an account pay for others with a collective bill each month, or moves its day.");
        account.MapPost("/collective/end", End).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "parent-not-collecting", "parent-unknown", "collective-ended",
                "successor-invalid", "currency-mismatch")
            .WithSummary("Ends that an account pays for others; its children go back, or move to a successor.");
        account.MapGet("/collective", View).Reads(Permissions.AccountsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows who pays the bills of an account, and its collective bills.");
        account.MapGet("/collective/children", Children).Reads(Permissions.AccountsRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown).WithSummary("Lists the accounts that an account pays for.");
        account.MapGet("/collective/bills/{billId}", Bill).Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.AccountUnknown, "collective-bill-unknown")
            .WithSummary("Shows a collective bill with its taxes.");
        account.MapGet("/collective/bills/{billId}/lines", Lines).Reads(Permissions.InvoicesRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown, "collective-bill-unknown")
            .WithSummary("Lists the bills of children on a collective bill.");
    }

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Join(
        [AsParameters] AccountRoute account, JoinParent body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Collectives(), (grain, envelope) => grain.JoinParent(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Leave(
        [AsParameters] AccountRoute account, Command command, CancellationToken cancellation) =>
        account.Send(command, account.Collectives(), (grain, envelope) => grain.LeaveParent(envelope, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Start(
        [AsParameters] AccountRoute account, StartCollective body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Collectives(), (grain, envelope) => grain.StartCollective(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> End(
        [AsParameters] AccountRoute account, EndCollective body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Collectives(), (grain, envelope) => grain.EndCollective(envelope, body, cancellation));

    private static async Task<Results<Ok<CollectiveView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Collectives() is not { } grain || await grain.ViewCollective(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Page<ChildRow>>, ProblemHttpResult>> Children(
        [AsParameters] AccountRoute account, PageQuery page, CancellationToken cancellation)
    {
        if (account.Collectives() is not { } grain)
            return Refused.Account();
        var rows = await grain.Children(page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.AccountId));
    }

    private static async Task<Results<Ok<CollectiveBillView>, ProblemHttpResult>> Bill(
        [AsParameters] AccountRoute account, string billId, CancellationToken cancellation)
    {
        if (account.Collectives() is not { } grain)
            return Refused.Account();
        return await grain.ViewCollectiveBill(billId, cancellation) is { } view
            ? TypedResults.Ok(view)
            : NoSuchBill();
    }

    private static ProblemHttpResult NoSuchBill() =>
        Refused.With("collective-bill-unknown", "The account has no such collective bill.");

    private static async Task<Results<Ok<Page<CollectiveLineRow>>, ProblemHttpResult>> Lines(
        [AsParameters] AccountRoute account, string billId, PageQuery page, CancellationToken cancellation)
    {
        if (account.Collectives() is not { } grain)
            return Refused.Account();
        var rows = await grain.CollectiveLines(billId, page.Position, page.Limit + 1, cancellation);
        if (rows.IsEmpty && await grain.ViewCollectiveBill(billId, cancellation) is null)
            return NoSuchBill();
        return TypedResults.Ok(page.Cut(rows, row => FormattableString.Invariant($"{row.AccountId}/{row.Version}")));
    }
}
