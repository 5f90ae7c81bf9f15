using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Statements;
using BillingActors.Grains.Interfaces.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/accounts/{entityId}/{accountId}/statements: what was owed on any past day, as data and to print.
/// </summary>
internal static class StatementApi
{
    private const string Html = "text/html";

    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        var statements = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/statements").WithTags("Statements");
        statements.MapGet("/open-items", OpenItems).Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.RequestInvalid)
            .WithSummary("Each document that was open at the end of a day; version repeats an earlier answer exactly.");
        statements.MapGet("/open-items/page", OpenItemsPage).Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.RequestInvalid)
            .Produces<string>(StatusCodes.Status200OK, Html)
            .WithSummary("The statement of open items to print.");
        statements.MapGet("/balance-forward", BalanceForward).Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.RequestInvalid, ProblemCode.PeriodInvalid)
            .WithSummary("Opening, movements and closing between two days; until is exclusive.");
        statements.MapGet("/balance-forward/page", BalanceForwardPage).Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.RequestInvalid, ProblemCode.PeriodInvalid)
            .Produces<string>(StatusCodes.Status200OK, Html)
            .WithSummary("The statement that carries its balance forward, to print.");
    }

    private static async Task<Results<Ok<OpenItemStatementView>, ProblemHttpResult>> OpenItems(
        [AsParameters] StatementRoute route, DateOnly asOf, CancellationToken cancellation)
    {
        if (AgeingDay.ProblemOf(route.Basis) is { } problem)
            return problem;
        return await route.Find(cancellation) is { } account
            && await route.Reports.OpenItems(account, asOf, cancellation) is { } statement
                ? TypedResults.Ok(statement)
                : Refused.Account();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> OpenItemsPage(
        [AsParameters] StatementRoute route, DateOnly asOf, CancellationToken cancellation)
    {
        var found = await OpenItems(route, asOf, cancellation);
        if (found.Result is not Ok<OpenItemStatementView> { Value: { } statement })
            return (ProblemHttpResult)found.Result;
        var parties = await route.Parties(statement.CustomerId, asOf, cancellation);
        return Print(route, StatementPage.Write(statement, parties));
    }

    private static async Task<Results<Ok<BalanceForwardView>, ProblemHttpResult>> BalanceForward(
        [AsParameters] StatementRoute route, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        if (AgeingDay.ProblemOf(route.Basis) is { } problem)
            return problem;
        if (new DayRange(from, until).Problem is { } range)
            return range;
        return await route.Find(cancellation) is { } account
            && await route.Reports.BalanceForward(account, from, until.AddDays(-1), cancellation) is { } statement
                ? TypedResults.Ok(statement)
                : Refused.Account();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> BalanceForwardPage(
        [AsParameters] StatementRoute route, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var found = await BalanceForward(route, from, until, cancellation);
        if (found.Result is not Ok<BalanceForwardView> { Value: { } statement })
            return (ProblemHttpResult)found.Result;
        var parties = await route.Parties(statement.CustomerId, statement.Through, cancellation);
        return Print(route, StatementPage.Write(statement, parties));
    }

    private static ContentHttpResult Print(StatementRoute route, string page)
    {
        route.Http.Response.Headers.ContentSecurityPolicy = PrintedPage.ContentPolicy;
        return TypedResults.Content(page, Html + "; charset=utf-8");
    }
}
