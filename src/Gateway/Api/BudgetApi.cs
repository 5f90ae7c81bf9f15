using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/budget: even instalments in the place of bills that differ.</summary>
internal static class BudgetApi
{
    public static void MapBudgets(this IEndpointRouteBuilder routes)
    {
        var budget = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/budget").WithTags("Budget billing");
        budget.MapGet("/", View).Reads(Permissions.AccountsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows the budget plans of an account: instalments, bills set against them, what differs.");
        budget.MapGet("/estimate", Estimate).Reads(Permissions.AccountsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Says what an instalment should be, from the bills of the year before.");
        budget.MapPost("/", Agree).Changes(Permissions.ChargesWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "budget-exists", "budget-runs",
                "budget-kind-unknown", "budget-instalments-invalid", "drift-invalid", "date-not-allowed",
                "nothing-to-budget", "period-billed", "budget-no-history", "amount-not-positive", "amount-too-large")
            .WithSummary("Puts an account on a budget plan.");
        budget.MapPost("/adjust", Adjust).Changes(Permissions.ChargesWrite).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "budget-unknown", "budget-ended",
                "amount-not-positive", "amount-too-large")
            .WithSummary("Changes the amount of the instalments to come.");
        budget.MapPost("/end", End).Changes(Permissions.ChargesWrite).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown, "budget-unknown")
            .WithSummary("Takes an account off its budget plan and settles what differs.");
    }

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Budgets() is not { } grain || await grain.ViewBudget(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<BudgetEstimateView>, ProblemHttpResult>> Estimate(
        [AsParameters] AccountRoute account, int? instalments, CancellationToken cancellation) =>
        account.Budgets() is { } grain && await grain.EstimateBudget(instalments ?? 12, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Refused.Account();

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Agree(
        [AsParameters] AccountRoute account, AgreeBudget body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Budgets(), (grain, envelope) => grain.AgreeBudget(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Adjust(
        [AsParameters] AccountRoute account, AdjustBudget body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Budgets(), (grain, envelope) => grain.AdjustBudget(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> End(
        [AsParameters] AccountRoute account, EndBudget body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Budgets(), (grain, envelope) => grain.EndBudget(envelope, body, cancellation));
}
