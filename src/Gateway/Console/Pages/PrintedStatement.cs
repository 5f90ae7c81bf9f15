using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Statements;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>Statements of an account to print, the same as the API gives.</summary>
internal static class PrintedStatement
{
    private const string Html = "text/html; charset=utf-8";

    public static void MapPrintedStatements(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup(ConsolePath.Root + "/accounts/{entityId}/{accountId}/statements")
            .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.InvoicesRead)).ExcludeFromDescription();
        account.MapGet("/open-items", OpenItems);
        account.MapGet("/balance-forward", BalanceForward);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> OpenItems(
        [AsParameters] StatementRoute route, DateOnly asOf, CancellationToken cancellation)
    {
        if (await route.Find(cancellation) is not { } account
            || await route.Reports.OpenItems(account, asOf, cancellation) is not { } statement)
            return TypedResults.NotFound();
        var parties = await route.Parties(statement.CustomerId, asOf, cancellation);
        return Print(route, StatementPage.Write(statement, parties));
    }

    private static async Task<Results<ContentHttpResult, NotFound>> BalanceForward(
        [AsParameters] StatementRoute route, DateOnly from, DateOnly through, CancellationToken cancellation)
    {
        if (new DayRange(from, through.AddDays(1)).Problem is not null
            || await route.Find(cancellation) is not { } account
            || await route.Reports.BalanceForward(account, from, through, cancellation) is not { } statement)
            return TypedResults.NotFound();
        var parties = await route.Parties(statement.CustomerId, through, cancellation);
        return Print(route, StatementPage.Write(statement, parties));
    }

    private static ContentHttpResult Print(StatementRoute route, string page)
    {
        route.Http.Response.Headers.ContentSecurityPolicy = PrintedPage.ContentPolicy;
        return TypedResults.Content(page, Html);
    }
}
