using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/deposits and those of an account: the list, and the life of a deposit.</summary>
internal static class DepositApi
{
    public static void MapDeposits(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/deposits", List).WithTags("Deposits").Reads(Permissions.DepositsRead).IsPaged()
            .WithSummary("Lists deposits over all accounts; status such as held, or all.");
        var deposits = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/deposits").WithTags("Deposits");
        deposits.MapGet("/", View).Reads(Permissions.DepositsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows the deposits of an account.");
        deposits.MapPost("/", Assess).Changes(Permissions.DepositsWork)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", ProblemCode.ReasonMissing, "amount-not-positive",
                "amount-too-large", "deposit-exists", "deposit-policy-missing", "deposit-history-missing",
                "deposit-sufficient", "date-not-allowed")
            .WithSummary("Decides how much a customer deposits, by policy, or by hand with a reason.");
        deposits.MapPost("/request", Request).Changes(Permissions.DepositsWork)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "deposit-unknown", "deposit-requested",
                "deposit-ended", "deposit-instalments-invalid", "date-not-allowed")
            .WithSummary("Asks for a deposit; each part is an open item of its own.");
        deposits.MapReturns();
    }

    private static void MapReturns(this IEndpointRouteBuilder deposits)
    {
        deposits.MapPost("/waive", Waive).Changes(Permissions.DepositsWork).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown, "deposit-unknown", "deposit-exists", "deposit-ended",
                "deposit-not-lower", "deposit-paid", "request-exists", "date-not-allowed")
            .WithSummary("Asks for less of a deposit; above the caller's limit it waits for a second person.");
        deposits.MapPost("/release", Release).Changes(Permissions.DepositsWork).NeedsReason()
            .Refuses([.. Held, "request-exists"])
            .WithSummary("Gives a deposit back early; above the caller's limit it waits for a second person.");
        deposits.MapPost("/apply", Apply).Changes(Permissions.DepositsWork).NeedsReason()
            .Refuses([.. Held, "deposit-arrears-missing"])
            .WithSummary("Takes a deposit for what is overdue, oldest first; the rest is held on.");
        deposits.MapPost("/interest", Interest).Changes(Permissions.DepositsWork)
            .Refuses(ProblemCode.AccountUnknown, "deposit-unknown", "deposit-not-held", "deposit-interest-missing",
                "deposit-rate-missing", "date-not-allowed")
            .WithSummary("Credits the interest of a deposit before its time.");
    }

    private static string[] Held { get; } =
    [
        ProblemCode.AccountUnknown, "deposit-unknown", "deposit-exists", "deposit-ended", "deposit-not-held",
        "deposit-above-held", "amount-not-positive", "deposit-rate-missing", "date-not-allowed",
    ];

    private static async Task<Ok<Page<DepositRow>>> List(
        string? status, PageQuery page, Caller caller, IDepositReports reports, CancellationToken cancellation)
    {
        var at = page.Position.LastIndexOf('/');
        var after = at < 0 ? ("", "") : (page.Position[..at], page.Position[(at + 1)..]);
        var rows = await reports.Deposits(caller.Scope, status, after, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => $"{row.EntityId}/{row.AccountId}/{row.DepositId}"));
    }

    private static async Task<Results<Ok<DepositsView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Deposits() is not { } grain || await grain.ViewDeposits(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Assess(
        [AsParameters] AccountRoute account, AssessDeposit body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Deposits(), (grain, envelope) => grain.AssessDeposit(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Request(
        [AsParameters] AccountRoute account, RequestDeposit body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Deposits(), (grain, envelope) => grain.RequestDeposit(envelope, body, cancellation));

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Waive(
        [AsParameters] AccountRoute account, WaiveDeposit body, Command command, CancellationToken cancellation) =>
        account.Deposits() is { } grain
            ? (await grain.WaiveDeposit(command.Envelope, account.Caller.Roles, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Release(
        [AsParameters] AccountRoute account, ReleaseDeposit body, Command command, CancellationToken cancellation) =>
        account.Deposits() is { } grain
            ? (await grain.ReleaseDeposit(command.Envelope, account.Caller.Roles, body, cancellation))
                .ToOk(account.Http)
            : Refused.Account();

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Apply(
        [AsParameters] AccountRoute account, ReleaseDeposit body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Deposits(), (grain, envelope) => grain.ApplyDeposit(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Interest(
        [AsParameters] AccountRoute account,
        CreditDepositInterest body,
        Command command,
        CancellationToken cancellation) => account.Send(
            command,
            account.Deposits(),
            (grain, envelope) => grain.CreditDepositInterest(envelope, body, cancellation));
}
